"""A unique string in every confidential field and file, and a search for them in all that each person can reach."""
