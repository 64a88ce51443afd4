"""What is left of the address of somebody who was erased."""

# No mail goes there: the domain is reserved (RFC 2606).
ERASED_HOST = "erased.invalid"


def is_erased(email: str) -> bool:
    """
    >>> is_erased("k3j2@erased.invalid")
    True
    """
    return email.endswith(f"@{ERASED_HOST}")
