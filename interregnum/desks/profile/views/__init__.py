"""Pages of what stands behind a profile."""
