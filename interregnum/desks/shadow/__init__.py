"""The shadow manager's desk."""
