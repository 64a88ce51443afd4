"""Backups on disk: sealed files with their parts, copies of a living database, the key, and locks between processes."""
