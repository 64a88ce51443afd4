"""What pages and desks may know of records and of what the firm proved."""
