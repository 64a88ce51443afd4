"""Guarantee (H1 H2): a dissatisfied client has the manager replaced at once and free of charge, or ends it all.

The client presses one button and chooses; nothing is to be proven. What the contract says, as signed, is what is done.
"""
