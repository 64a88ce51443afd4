"""The facts that happened, append-only and chained; what follows from each is done in the same transaction."""
