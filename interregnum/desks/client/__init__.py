"""The client's desk."""
