"""Learn (B2 F3): what an assignment proved comes into the record of its manager, and the next match knows it."""
