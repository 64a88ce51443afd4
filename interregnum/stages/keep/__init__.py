"""Keep (A2): what stuck is measured 3, 6 and 12 months after."""
