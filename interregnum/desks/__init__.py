"""One home page per kind of user, made of the stages' queries."""
