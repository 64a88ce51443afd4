"""One entry of a statement: the payment that it is, or the several that a bank booked together."""

import hashlib
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from stdnum.iso11649 import is_valid as is_creditor_reference

from interregnum.kernel.money import Money
from interregnum.kernel.payment import Payment
from interregnum.outside.einvoice.safe import UnreadableError

Element = Any
LARGEST = Decimal("1e13")
NO_REFERENCE = ("NOTPROVIDED", "NONREF")


def payments_of(entry: Element, account: str) -> list[Payment] | None:
    """The payments of an entry; None when it is not booked or not in euros. Raises UnreadableError for a wrong value.

    A batch whose parts do not come to its amount, or do not say what they are, stays one payment: nothing is lost.
    """
    amount = amount_of(entry)
    if (text_of(entry, "Sts/Cd") or text_of(entry, "Sts")) != "BOOK" or amount is None:
        return None
    details = inside(entry, "NtryDtls/TxDtls")
    parts = [_part_amount(each) for each in details]
    if len(details) < 2 or None in parts or sum((each for each in parts if each), Money(0)) != amount:
        return [_payment(entry, details[0] if len(details) == 1 else None, amount, account, batch="")]
    batch = text_of(entry, "AcctSvcrRef") or text_of(entry, "NtryRef") or text_of(entry, "NtryDtls/Btch/PmtInfId")
    return [
        _payment(entry, each, part, account, batch=batch or "batch")
        for each, part in zip(details, parts, strict=True)
        if part is not None
    ]


def _payment(entry: Element, detail: Element | None, amount: Money, account: str, *, batch: str) -> Payment:
    is_out = _direction(entry) == "DBIT"
    other = "Cdtr" if is_out else "Dbtr"
    said = entry if detail is None else detail
    text = " ".join(part.text.strip() for part in inside(said, "RmtInf/Ustrd") if part.text)
    made = Payment(
        line_id="",
        account=account,
        booked_on=_day(entry),
        amount=amount * Decimal(-1) if is_out else amount,
        reference=_reference(said),
        text=text or text_of(said, "AddtlTxInf") or text_of(entry, "AddtlNtryInf"),
        name=text_of(said, f"RltdPties/{other}/Pty/Nm") or text_of(said, f"RltdPties/{other}/Nm"),
        iban=text_of(said, f"RltdPties/{other}Acct/Id/IBAN").replace(" ", "").upper(),
        is_reversal=text_of(entry, "RvslInd") in ("true", "1"),
        batch=batch,
    )
    return _with_id(made, text_of(entry, "AcctSvcrRef"), text_of(said, "Refs/AcctSvcrRef"), text_of(said, "Refs/TxId"))


def _with_id(made: Payment, *references: str) -> Payment:
    """By what the bank calls it and by what it is: some banks give the same name to many."""
    parts = (made.account, made.booked_on, made.amount, made.reference, made.text, made.name, made.iban, *references)
    line_id = hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()
    return Payment(**{**vars(made), "line_id": line_id})


def _reference(said: Element) -> str:
    """What the payer gave as reference: the structured one, an RF number anywhere, or the payment's own."""
    structured = text_of(said, "RmtInf/Strd/CdtrRefInf/Ref")
    own = text_of(said, "Refs/EndToEndId")
    words = [text_of(said, "RmtInf/Ustrd"), own]
    plain = next((word for word in words if word.upper().startswith("RF") and is_creditor_reference(word)), "")
    return structured or plain or (own if own.upper() not in NO_REFERENCE else "")


def _direction(entry: Element) -> str:
    if (said := text_of(entry, "CdtDbtInd")) not in ("CRDT", "DBIT"):
        raise UnreadableError("value", "CdtDbtInd")
    return said


def _day(entry: Element) -> date:
    said = next(
        filter(None, (text_of(entry, f"{at}/{of}") for at in ("BookgDt", "ValDt") for of in ("Dt", "DtTm"))), ""
    )
    try:
        return date.fromisoformat(said[:10])
    except ValueError:
        raise UnreadableError("value", "BookgDt") from None


def _part_amount(detail: Element) -> Money | None:
    for at in ("Amt", "AmtDtls/TxAmt/Amt"):
        for node in inside(detail, at):
            return _euros(node)
    return None


def amount_of(node: Element) -> Money | None:
    """The amount in euros, None in another currency. Raises UnreadableError when there is none."""
    for amount in inside(node, "Amt"):
        return _euros(amount)
    raise UnreadableError("value", "Amt")


def _euros(node: Element) -> Money | None:
    try:
        number = Decimal((node.text or "").strip())
    except InvalidOperation:
        raise UnreadableError("value", "Amt") from None
    if not number.is_finite() or not 0 <= number < LARGEST:
        raise UnreadableError("value", "Amt")
    return Money(number) if node.get("Ccy") == "EUR" else None


def inside(node: Element, path: str) -> list[Element]:
    """The elements at a path, whatever the version's name space."""
    space = node.tag[: node.tag.index("}") + 1]
    found: list[Element] = node.findall("/".join(space + name for name in path.split("/")))
    return found


def text_of(node: Element, path: str) -> str:
    return next(((each.text or "").strip() for each in inside(node, path)), "")
