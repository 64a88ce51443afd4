"""Which invoices a payment pays: by reference, by a number in the text, by amount and name; exact, doubtful, unknown.

Pure. What is exact may be booked by itself; what is doubtful waits for a person, with every reason that makes it so.
"""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from itertools import combinations

from interregnum.kernel.money import Money
from interregnum.kernel.payment import Payment

NOTHING = Money(0)
# More open invoices of one client than this are not tried in pairs and threes.
MOST_TRIED = 12
FORMS_OF_A_FIRM = {"bv", "nv", "vof", "stichting", "holding", "cv", "de", "het", "van", "the", "ltd", "gmbh", "bvba"}


class Outcome(StrEnum):
    EXACT = "exact"
    DOUBTFUL = "doubtful"
    UNKNOWN = "unknown"


class Why(StrEnum):
    """By what an invoice was found, and what speaks against booking it."""

    REFERENCE = "reference"
    NUMBER = "number"
    AMOUNT_AND_NAME = "amount_and_name"
    AMOUNT_AND_ACCOUNT = "amount_and_account"
    AMOUNT_ALONE = "amount_alone"
    NAME_ALONE = "name_alone"
    SEVERAL_TOGETHER = "several_together"
    A_PART = "a_part"
    TOO_LITTLE = "too_little"
    TOO_MUCH = "too_much"
    TWICE = "twice"
    REVERSAL = "reversal"
    WENT_OUT = "went_out"
    SEVERAL_FIT = "several_fit"
    OTHER_PARTY = "other_party"
    NOTHING_FITS = "nothing_fits"


@dataclass(frozen=True, kw_only=True)
class OpenInvoice:
    """`open` is what remains; nil when it was paid before, so that a second payment is known as one."""

    number: str
    reference: str
    open: Money
    name: str
    iban: str = ""
    due_on: date | None = None
    paid: Money = NOTHING


@dataclass(frozen=True)
class Share:
    """What of a payment goes to which invoice."""

    number: str
    amount: Money


@dataclass(frozen=True)
class Match:
    """`shares` never come to more than the payment nor, each, to more than is open; `left` is the rest of it."""

    outcome: Outcome
    shares: tuple[Share, ...]
    left: Money
    reasons: tuple[Why, ...]
    candidates: tuple[str, ...] = ()


def match(payment: Payment, invoices: Sequence[OpenInvoice]) -> Match:
    """What a payment pays. Nothing is exact that went out, was taken back, or does not fit to the cent."""
    if payment.is_reversal or payment.amount <= NOTHING:
        why = Why.REVERSAL if payment.is_reversal else Why.WENT_OUT
        named = named_by(payment, invoices)[0]
        return _doubtful(payment, named, (why,)) if named else Match(Outcome.UNKNOWN, (), payment.amount, (why,))
    named, by = named_by(payment, invoices)
    if named:
        return _ofnamed_by(payment, named, by)
    return _by_amount(payment, [each for each in invoices if each.open > NOTHING])


def named_by(payment: Payment, invoices: Sequence[OpenInvoice]) -> tuple[list[OpenInvoice], Why]:
    """The invoices that the payer named: by the structured reference, else by numbers in the text."""
    reference = plain(payment.reference)
    by_reference = [each for each in invoices if reference and reference in {plain(each.reference), plain(each.number)}]
    if by_reference:
        return by_reference, Why.REFERENCE
    said = f"{payment.reference} {payment.text}"
    return [each for each in invoices if _says(said, each.number) or _says(said, each.reference)], Why.NUMBER


@lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    """Only letters and digits, so that "2026-00042" and "2026 00042" are one.

    >>> plain("rf18 5390-0754")
    'RF1853900754'
    """
    return re.sub(r"[\W_]", "", text).upper()


def _says(text: str, number: str) -> bool:
    """Whether a number stands in a text as a whole, however it is spaced: 2026-0004 is not in 2026-00042."""
    signs = plain(number)
    least = 4
    if len(signs) < least or signs not in plain(text):
        return False
    # Between two signs a bank may put spaces, dashes, slashes or a new line.
    spaced = r"[\W_]{0,2}".join(map(re.escape, signs))
    return re.search(rf"(?<![0-9A-Z]){spaced}(?![0-9A-Z])", text.upper()) is not None


def _ofnamed_by(payment: Payment, named: list[OpenInvoice], by: Why) -> Match:
    still_open = [each for each in named if each.open > NOTHING]
    if not still_open:
        return _doubtful(payment, named, (by, Why.TWICE))
    together = sum((each.open for each in still_open), NOTHING)
    # Whoever gives the reference may pay for another; a number in a text may be a chance.
    is_other = by is not Why.REFERENCE and not any(_same_party(payment, each) for each in still_open)
    against = [Why.OTHER_PARTY] if is_other else []
    several = [Why.SEVERAL_TOGETHER] if len(still_open) > 1 else []
    if len(still_open) < len(named):
        against.append(Why.TWICE)
    if payment.amount == together and not against:
        return _exact(payment, still_open, (by, *several))
    if payment.amount < together:
        # One invoice in several payments: a part is booked by itself only when it is named to the letter.
        if not several and not against and by is Why.REFERENCE:
            return Match(Outcome.EXACT, (Share(still_open[0].number, payment.amount),), NOTHING, (by, Why.A_PART))
        against.append(Why.TOO_LITTLE)
    elif payment.amount > together:
        against.append(Why.TOO_MUCH)
    return _doubtful(payment, still_open, (by, *several, *against))


def _by_amount(payment: Payment, still_open: list[OpenInvoice]) -> Match:
    fitting = [each for each in still_open if each.open == payment.amount]
    known = [each for each in fitting if _knows(payment, each)]
    if len(known) == 1:
        why = Why.AMOUNT_AND_ACCOUNT if _same_account(payment, known[0]) else Why.AMOUNT_AND_NAME
        return _exact(payment, known, (why,))
    if known:
        return _doubtful(payment, known[:1], (Why.AMOUNT_AND_NAME, Why.SEVERAL_FIT), known)
    theirs = [each for each in still_open if _knows(payment, each)]
    if theirs:
        return _of_theirs(payment, theirs)
    if fitting:
        return _doubtful(payment, fitting[:1], (Why.AMOUNT_ALONE,), fitting)
    return Match(Outcome.UNKNOWN, (), payment.amount, (Why.NOTHING_FITS,))


def _of_theirs(payment: Payment, theirs: list[OpenInvoice]) -> Match:
    """A client who named nothing and paid no single invoice: perhaps two or more of them at once."""
    some = sorted(theirs, key=lambda each: (each.due_on or date.max, each.number))
    fitting = [
        group
        for size in (2, 3, len(some))
        for group in combinations(some[:MOST_TRIED] if size < len(some) else some, size)
        if sum((each.open for each in group), NOTHING) == payment.amount
    ]
    groups = {tuple(each.number for each in group): group for group in fitting}
    if len(groups) == 1:
        return _doubtful(payment, list(next(iter(groups.values()))), (Why.NAME_ALONE, Why.SEVERAL_TOGETHER))
    if groups:
        group = next(iter(groups.values()))
        return _doubtful(payment, list(group), (Why.NAME_ALONE, Why.SEVERAL_TOGETHER, Why.SEVERAL_FIT), some)
    oldest = some[0]
    against = Why.TOO_LITTLE if payment.amount < oldest.open else Why.TOO_MUCH
    return _doubtful(payment, [oldest], (Why.NAME_ALONE, against), some)


def _exact(payment: Payment, paid: Sequence[OpenInvoice], reasons: tuple[Why, ...]) -> Match:
    return Match(Outcome.EXACT, _shares(payment.amount, paid), NOTHING, reasons, tuple(each.number for each in paid))


def _doubtful(
    payment: Payment, perhaps: Sequence[OpenInvoice], reasons: tuple[Why, ...], all_of: Sequence[OpenInvoice] = ()
) -> Match:
    shares = _shares(payment.amount, perhaps) if payment.amount > NOTHING and not payment.is_reversal else ()
    left = payment.amount - sum((share.amount for share in shares), NOTHING)
    return Match(Outcome.DOUBTFUL, shares, left, reasons, tuple(each.number for each in all_of or perhaps))


def _shares(amount: Money, invoices: Sequence[OpenInvoice]) -> tuple[Share, ...]:
    """The amount spread over the invoices in their order, each at most what is open."""
    shares = []
    for each in invoices:
        part = min(amount, each.open)
        if part > NOTHING:
            shares.append(Share(each.number, part))
            amount = amount - part
    return tuple(shares)


def _same_party(payment: Payment, invoice: OpenInvoice) -> bool:
    """Not somebody else: an account or a name that agrees, or neither known."""
    known_account = payment.iban and invoice.iban
    if _knows(payment, invoice) or not (known_account or payment.name):
        return True
    return not words_of(payment.name) or not words_of(invoice.name)


def _knows(payment: Payment, invoice: OpenInvoice) -> bool:
    return _same_account(payment, invoice) or alike(payment.name, invoice.name)


def _same_account(payment: Payment, invoice: OpenInvoice) -> bool:
    return bool(payment.iban) and plain(payment.iban) == plain(invoice.iban)


def words_of(name: str) -> Set[str]:
    """The words of a name that tell it from others.

    >>> sorted(words_of("Stichting Noorderlicht Zorg B.V."))
    ['noorderlicht', 'zorg']
    """
    words = re.findall(r"\w+", name.casefold().replace(".", ""))
    return {word for word in words if word not in FORMS_OF_A_FIRM and len(word) > 1}


def alike(one: str, other: str) -> bool:
    """Whether two names are of one party: every word of the shorter stands in the longer.

    >>> alike("NOORDERLICHT ZORG BV", "Stichting Noorderlicht Zorg"), alike("Zorg", "Noorderlicht")
    (True, False)
    """
    few, many = sorted((words_of(one), words_of(other)), key=len)
    return bool(few) and few <= many
