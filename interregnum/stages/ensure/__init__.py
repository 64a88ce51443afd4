"""Ensure: quality guarded after the placement.

G2: a shadow manager is appointed to an assignment, independent of it, and sees how it goes.
"""
