"""CAMT.053 in the versions 001.02 and 001.08, alone or several in a zip, read as a stream.

All or nothing: a file that is cut off, hostile or of another kind is refused, and nothing of it is known.
"""

import hashlib
import io
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from lxml import etree

from interregnum.kernel.money import Money
from interregnum.kernel.payment import Payment
from interregnum.outside.archives import fault_of
from interregnum.outside.bank.chains import Chains, Span
from interregnum.outside.bank.entry import Element, amount_of, inside, payments_of, text_of
from interregnum.outside.einvoice.safe import UnreadableError

VERSIONS = ("camt.053.001.02", "camt.053.001.08")
MOST_BYTES = 100_000_000
NOTHING = Money(0)
OPENING, CLOSING = ("OPBD", "PRCD"), ("CLBD",)


@dataclass(frozen=True, kw_only=True)
class Statement:
    """`fits` says that opening balance and lines come to the closing balance; None when the bank gave no balances."""

    account: str
    number: str
    lines: int
    fits: bool | None


@dataclass(frozen=True, kw_only=True)
class BankFile:
    """`fingerprint` is of the whole file; `left_out` counts lines that are not booked or not in euros, `repeated` those
    that another statement of the file has as well."""

    fingerprint: str
    statements: tuple[Statement, ...]
    payments: tuple[Payment, ...]
    left_out: int
    repeated: int = 0


def read_camt(content: bytes) -> BankFile:
    """Everything in a file of a bank. Raises UnreadableError: large, broken, doctype, kind, value, empty, or a zip's.

    A line has the same `line_id` in every file that has it, so that one read twice or overlapping adds nothing. Lines
    that are the same to the letter on one day count as many as one file has in statements that follow each other.
    """
    statements: list[Statement] = []
    found: dict[str, Payment] = {}
    left_out = count = 0
    chains = Chains()
    for document in _documents(content):
        for statement, span, lines, without in _statements(document):
            statements.append(statement)
            payments = _numbered(lines, chains.seen_before(statement, span))
            found |= {each.line_id: each for each in payments}
            left_out, count = left_out + without, count + len(payments)
    if not statements:
        raise UnreadableError("empty")
    return BankFile(
        fingerprint=hashlib.sha256(content).hexdigest(),
        statements=tuple(statements),
        payments=tuple(found.values()),
        left_out=left_out,
        repeated=count - len(found),
    )


def _documents(content: bytes) -> Iterator[bytes]:
    if len(content) > MOST_BYTES:
        raise UnreadableError("large")
    if not content.startswith(b"PK\x03\x04"):
        yield content
        return
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if fault := fault_of(archive, len(content)):
                raise UnreadableError(fault)
            for member in archive.infolist():
                if member.filename.lower().endswith(".xml"):
                    yield archive.read(member)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError) as error:
        raise UnreadableError("broken", str(error)[:200]) from None


def _statements(document: bytes) -> Iterator[tuple[Statement, Span, list[Payment], int]]:
    """Each statement when its end is read; an entry is taken out of memory once its lines are known."""
    account, space, lines, without = "", "", list[Payment](), 0
    for node in _ends(document):
        space = space or _space_of(node)
        name = etree.QName(node).localname
        if name == "Acct" and not account:
            account = (text_of(node, "Id/IBAN") or text_of(node, "Id/Othr/Id")).replace(" ", "").upper()
        elif name == "Ntry":
            made = payments_of(node, account)
            without += made is None
            lines += made or []
            _forget(node)
        elif name == "Stmt":
            span = Span(_balance(node, OPENING), _balance(node, CLOSING), *_days(lines))
            yield _statement(node, account, lines, without, span), span, lines, without
            account, lines, without = "", [], 0
            _forget(node)
    if not space:
        raise UnreadableError("kind")


def _ends(document: bytes) -> Iterator[Element]:
    """The elements that matter, as each ends. Raises UnreadableError for what is cut off or hostile."""
    steps = etree.iterparse(
        io.BytesIO(document),
        events=("end",),
        tag=("{*}Acct", "{*}Ntry", "{*}Stmt", "{*}GrpHdr"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    is_first = True
    try:
        for _, node in steps:
            if is_first and node.getroottree().docinfo.doctype:
                raise UnreadableError("doctype")
            is_first = False
            yield node
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableError("broken", str(error)[:200]) from None


def _space_of(node: Element) -> str:
    root = node.getroottree().getroot()
    space = etree.QName(root).namespace or ""
    if not space.endswith(VERSIONS) or etree.QName(root).localname != "Document":
        raise UnreadableError("kind", space[:100])
    return str(space)


def _statement(node: Element, account: str, lines: list[Payment], without: int, span: Span) -> Statement:
    if not account:
        raise UnreadableError("value", "Acct")
    opening, closing = span.opening, span.closing
    moved = sum((line.amount for line in lines), NOTHING)
    fits = None if without or opening is None or closing is None else opening + moved == closing
    return Statement(account=account, number=text_of(node, "Id"), lines=len(lines), fits=fits)


def _balance(node: Element, codes: tuple[str, ...]) -> Money | None:
    for balance in inside(node, "Bal"):
        if text_of(balance, "Tp/CdOrPrtry/Cd") in codes and (amount := amount_of(balance)) is not None:
            return amount if text_of(balance, "CdtDbtInd") != "DBIT" else amount * Decimal(-1)
    return None


def _numbered(lines: list[Payment], seen: Counter[str]) -> list[Payment]:
    """Lines that are the same to the letter get their number among each other, after those that were `seen`."""
    numbered = []
    for line in lines:
        seen[line.line_id] += 1
        sameness = f"{line.line_id} {seen[line.line_id]}".encode()
        numbered.append(replace(line, line_id=hashlib.sha256(sameness).hexdigest()[:40]))
    return numbered


def _days(lines: list[Payment]) -> tuple[date | None, date | None]:
    days = [line.booked_on for line in lines]
    return min(days, default=None), max(days, default=None)


def _forget(node: Any) -> None:
    node.clear()
    while node.getprevious() is not None and etree.QName(node.getprevious()).localname == "Ntry":
        node.getparent().remove(node.getprevious())
