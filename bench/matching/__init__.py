"""What `make bench-choose` measures with: an invented pool, sixty briefs, and the engines that are compared."""
