"""Who fits this assignment, and why: the pool, the hard constraints, points per criterion, shortlist and proposal.

D2 quick to deploy, D3 proven with this issue, D4 quick results, D5 the fresh eye of an outsider, D6 objective,
D7 no career goal inside, D8 opens what is stuck. Every point has a reason that can be read, and a person decides.
"""
