"""The interim manager's desk."""
