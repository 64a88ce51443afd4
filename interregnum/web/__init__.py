"""What every page shares: the gate, forms and tables, the look, the language switch, the pages of an account."""
