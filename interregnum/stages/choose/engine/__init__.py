"""The whole pool in memory, as columns and bitmaps, with one fused loop over it; the rules say what it is all worth.

Nothing else wakes numpy, numba or ortools for matching. A snapshot can be thrown away at any time: `live` builds it
again from the narrow table and keeps it as the database is.
"""
