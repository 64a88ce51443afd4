"""Files that the house keeps: random names on disk, their real name and hash in the table."""
