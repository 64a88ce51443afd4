"""What talks to the world: chance, mail, documents. Each has a twin that needs no network."""
