"""Pages of this stage, a module per role."""
