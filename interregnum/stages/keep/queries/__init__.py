"""What pages, desks and later stages may know of what stayed."""
