"""The mail server of the firm: what is needed to reach it, and what it answers to a test."""

from enum import StrEnum


class Encryption(StrEnum):
    """How the line to the mail server is kept private: from the first byte, after a greeting, or not."""

    TLS = "tls"
    STARTTLS = "starttls"
    NONE = "none"
