"""The quality of running assignments: what is known, what is measured of it, and from where on that asks attention."""
