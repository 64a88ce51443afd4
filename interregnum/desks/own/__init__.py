"""One's own data: what the house keeps of whoever looks, with an account or without."""
