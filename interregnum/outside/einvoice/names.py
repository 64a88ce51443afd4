"""Names of the standards that an electronic invoice is written by. Knows no Django: the check runs without it."""

from dataclasses import dataclass
from enum import StrEnum

CAC = "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
CBC = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"
ROOTS = {
    "Invoice": "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2",
    "CreditNote": "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2",
}
CREDITS = ("381", "261")
SELF_BILLED = ("389", "261")
KVK, OIN = "0106", "0190"
CREDIT_TRANSFER = "58"


class Profile(StrEnum):
    """By which agreement an invoice is written; a bill that the buyer makes goes by the one for self-billing."""

    PEPPOL = "peppol"
    NLCIUS = "nlcius"


@dataclass(frozen=True)
class Ids:
    customization: str
    process: str


_EN = "urn:cen.eu:en16931:2017#compliant#"
BILLING = Ids(_EN + "urn:fdc:peppol.eu:2017:poacc:billing:3.0", "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0")
SELF_BILLING = Ids(
    _EN + "urn:fdc:peppol.eu:2017:poacc:selfbilling:3.0", "urn:fdc:peppol.eu:2017:poacc:selfbilling:01:1.0"
)
NLCIUS = Ids(_EN + "urn:fdc:nen.nl:nlcius:v1.0", "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0")


def ids_of(profile: Profile, kind: str) -> Ids:
    """NLCIUS knows no self-billing of its own: a bill that the buyer makes keeps its two ids."""
    if profile is Profile.NLCIUS:
        return NLCIUS
    return SELF_BILLING if kind in SELF_BILLED else BILLING
