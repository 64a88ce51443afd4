"""One verb per file: what can happen in this stage."""
