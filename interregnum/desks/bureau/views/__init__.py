"""Pages of the bureau that belong to no stage, a module per subject."""
