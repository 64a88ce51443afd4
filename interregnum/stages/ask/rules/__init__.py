"""What the firm understands from a request in the words of the client: pure, no clock, no files."""
