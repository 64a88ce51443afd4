"""What stands behind a profile, for the bureau and for the manager whose it is: CVs, cases, and what a link asks."""
