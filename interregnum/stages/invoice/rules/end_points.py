"""The address of a party in the network of e-invoices: what was given, else its KvK number, else its VAT number."""

import re

OWN = re.compile(r"([0-9]{4}):([A-Za-z0-9._-]{1,50})")
KVK, OIN = "0106", "0190"
DIGITS = {KVK: 8, OIN: 20}
# The schemes of the European code list (EAS) for VAT numbers, by the country of the buyer.
OF_VAT = {
    "AT": "9914", "BE": "9925", "BG": "9926", "CY": "9928", "CZ": "9929", "DE": "9930", "EE": "9931", "ES": "9920",
    "FI": "0213", "FR": "9957", "GB": "9932", "GR": "9933", "HR": "9934", "HU": "9910", "IE": "9935", "IT": "0211",
    "LT": "9937", "LU": "9938", "LV": "9939", "MT": "9943", "NL": "9944", "PL": "9945", "PT": "9946", "RO": "9947",
    "SE": "9955", "SI": "9949", "SK": "9950",
}  # fmt: skip
NONE = ("", "")


def end_point(*, own: str, country: str, kvk: str, vat: str) -> tuple[str, str]:
    """Scheme and number; nothing when none of it is known.

    >>> end_point(own="", country="BE", kvk="", vat="BE0123456749")
    ('9925', 'BE0123456749')
    """
    if found := OWN.fullmatch(own):
        return found[1], found[2]
    if kvk and country == "NL":
        return KVK, kvk
    if vat and country in OF_VAT:
        return OF_VAT[country], vat
    return (KVK, kvk) if kvk else NONE


def is_end_point(own: str) -> bool:
    """Whether this can be an address: a KvK number has eight digits, an OIN twenty.

    >>> is_end_point("0190:00000001234567890000"), is_end_point("0190:12")
    (True, False)
    """
    found = OWN.fullmatch(own)
    if found is None:
        return False
    digits = DIGITS.get(found[1])
    return digits is None or (found[2].isdigit() and len(found[2]) == digits)
