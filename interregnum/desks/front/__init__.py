"""The public pages: for a visitor without an account."""
