"""Drills: processes that are killed, data that is lost and brought back."""
