"""Handover (A2): the result gets an owner in the line before the manager leaves."""
