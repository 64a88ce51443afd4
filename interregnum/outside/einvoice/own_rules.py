"""What no rule set of the packages looks at: whether Dutch numbers and the account can be right at all.

Knows no Django: the check runs without it.
"""

import re
from typing import Any

from stdnum import iban
from stdnum.nl import btw

from interregnum.outside.einvoice.names import BILLING, CAC, CBC, KVK, NLCIUS, OIN, SELF_BILLING

SPACES = {"cac": CAC, "cbc": CBC}
FORMS = {KVK: (re.compile(r"\d{8}"), "NL-KVK"), OIN: (re.compile(r"\d{20}"), "NL-OIN")}


def own_faults(root: Any) -> list[dict[str, str]]:
    """Every number that cannot be right, and ids of profiles that do not belong together."""
    return [*_profile(root), *_numbers(root), *_vat_numbers(root), *_accounts(root), *_currency(root)]


def _profile(root: Any) -> list[dict[str, str]]:
    ids = tuple((root.findtext(f"cbc:{name}", "", SPACES) or "").strip() for name in ("CustomizationID", "ProfileID"))
    known = [(each.customization, each.process) for each in (BILLING, NLCIUS, SELF_BILLING)]
    return [] if ids in known else [_fault("PROFILE", "CustomizationID and ProfileID are not those of one agreement")]


def _numbers(root: Any) -> list[dict[str, str]]:
    found = []
    for node in [*root.iter(f"{{{CBC}}}EndpointID"), *root.iter(f"{{{CBC}}}CompanyID")]:
        form, rule = FORMS.get(node.get("schemeID", ""), (None, ""))
        if form is not None and not form.fullmatch((node.text or "").strip()):
            found.append(
                _fault(rule, f"{(node.text or '').strip()[:40]} is no number of scheme {node.get('schemeID')}")
            )
    return found


def _vat_numbers(root: Any) -> list[dict[str, str]]:
    nodes = [node for node in root.iter(f"{{{CBC}}}EndpointID") if node.get("schemeID") == "9944"]
    nodes += root.findall(".//cac:PartyTaxScheme/cbc:CompanyID", SPACES)
    numbers = [(node.text or "").strip() for node in nodes]
    return [
        _fault("NL-VAT", f"{number[:40]} is no Dutch VAT number")
        for number in numbers
        if number.startswith("NL") and not btw.is_valid(number)
    ]


def _accounts(root: Any) -> list[dict[str, str]]:
    numbers = [(node.text or "").strip() for node in root.findall(".//cac:PayeeFinancialAccount/cbc:ID", SPACES)]
    return [_fault("IBAN", f"{number[:40]} is no IBAN") for number in numbers if not iban.is_valid(number)]


def _currency(root: Any) -> list[dict[str, str]]:
    wrong = {node.get("currencyID") for node in root.iter() if node.get("currencyID", "EUR") != "EUR"}
    return [_fault("EUR", "amounts are in euros")] if wrong else []


def _fault(rule: str, words: str) -> dict[str, str]:
    return {"source": "own", "rule": rule, "words": words, "place": ""}
