"""What the house knows of everything and everybody: history in words, how long it is kept, access and erasure."""
