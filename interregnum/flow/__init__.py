"""The only place that sees all stages at once: what follows from a fact, and what falls due with time."""
