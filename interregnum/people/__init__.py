"""Who is who: accounts and their roles, client organisations, interim managers, and what each role may open."""
