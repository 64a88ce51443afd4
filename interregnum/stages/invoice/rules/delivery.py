"""How the documents of an invoice stand, and how they reach a client."""

from enum import StrEnum


class PapersState(StrEnum):
    """MAKING until they are there; FAULTY when a rule of e-invoices does not hold; FAILED when nobody made them."""

    MAKING = "making"
    READY = "ready"
    FAULTY = "faulty"
    FAILED = "failed"


class Way(StrEnum):
    """LINK is a mail with a link to the page; MAIL holds the documents too; NETWORK is an access point of Peppol."""

    LINK = "link"
    MAIL = "mail"
    NETWORK = "network"


class Trip(StrEnum):
    """On the way to the access point, taken by it, or refused for good."""

    UNDER_WAY = "under_way"
    TAKEN = "taken"
    FAILED = "failed"
