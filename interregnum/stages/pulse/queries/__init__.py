"""What pages and later stages may know of a pulse."""
