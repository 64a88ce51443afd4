"""Column types that the tables of all floors share: public code, money in cents, role mix."""
