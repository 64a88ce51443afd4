"""Interregnum: runs an interim-management firm, from the first phone call to the proof that the change has stuck."""
