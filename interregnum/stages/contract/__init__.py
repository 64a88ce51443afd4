"""Contract: the agreement on both sides, client and manager, mirrored.

H3: every contract holds the guarantee clause, kept as data so that the software can execute it as signed.
"""
