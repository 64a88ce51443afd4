"""How far a case of the library is, and what may be wrong in its text."""

from enum import StrEnum


class CaseState(StrEnum):
    """Of the newest text; whether the manager holds it back stands beside it."""

    DRAFT = "draft"
    ASKED = "asked"
    AGREED = "agreed"
    DECLINED = "declined"
    CHANGE = "change"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    # Of what a client said alone: the text changed since.
    REPLACED = "replaced"


# A text that the bureau may send to the client.
MAY_BE_OFFERED = frozenset({CaseState.DRAFT, CaseState.EXPIRED})
# A text that lies with the client, or to which the client agreed.
WITH_CLIENT = frozenset({CaseState.ASKED, CaseState.AGREED})


class Answer(StrEnum):
    """What a client says of a text."""

    AGREE = "agree"
    CHANGE = "change"
    DECLINE = "decline"


class Use(StrEnum):
    """For what a client may agree, each apart."""

    SITE = "site"
    PROPOSALS = "proposals"


class Sign(StrEnum):
    """What in a text may tell whose case it is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    ADDRESS = "address"
    NUMBER = "number"
    CONTACT = "contact"
    AMOUNT = "amount"
    DATE = "date"
    YEAR = "year"
    UNIQUE = "unique"
    LANGUAGE = "language"
    EMPTY = "empty"
