"""Nothing lost: a sealed backup taken while people work, its restore, and the proof that facts and files are whole."""
