"""Many payments against many invoices: each is held only against those that could come of it, with the same answer."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from interregnum.kernel.payment import Payment
from interregnum.stages.invoice.rules.payments import Match, OpenInvoice, Outcome, alike, match, named_by, plain


class Ledger:
    """The invoices by what a payment can name of them. What a payment pays exactly is no longer open to the next."""

    def __init__(self, invoices: Iterable[OpenInvoice]) -> None:
        self.invoices: list[OpenInvoice] = []
        self._place: dict[str, int] = {}
        self._words: dict[str, list[int]] = defaultdict(list)
        self._names: dict[str, list[int]] = defaultdict(list)
        self._accounts: dict[str, list[int]] = defaultdict(list)
        self._amounts: dict[int, set[int]] = defaultdict(set)
        self._known: dict[str, list[str]] = {}
        for place, one in enumerate(invoices):
            self.invoices.append(one)
            self._place[one.number] = place
            for word in {plain(one.number), plain(one.reference)} - {""}:
                self._words[word].append(place)
            self._names[one.name].append(place)
            if one.iban:
                self._accounts[plain(one.iban)].append(place)
            self._amounts[one.open.cents].add(place)
        self._lengths = sorted({len(word) for word in self._words})

    def match(self, payment: Payment) -> Match:
        written = [self.invoices[place] for place in sorted(self._written(payment))]
        # Whoever is named goes before whoever fits: the rule then looks at nobody else.
        if named_by(payment, written)[0]:
            return match(payment, written)
        return match(payment, [self.invoices[place] for place in sorted(self._fitting(payment))])

    def take(self, found: Match) -> None:
        """Lessen what is open by what an exact match pays."""
        for share in found.shares if found.outcome is Outcome.EXACT else ():
            place = self._place[share.number]
            one = self.invoices[place]
            self._amounts[one.open.cents].discard(place)
            self.invoices[place] = replace(one, open=one.open - share.amount, paid=one.paid + share.amount)
            self._amounts[self.invoices[place].open.cents].add(place)

    def _written(self, payment: Payment) -> set[int]:
        """Those of which the number or reference stands in what the payer wrote, however it is spaced."""
        said = plain(f"{payment.reference} {payment.text}")
        windows = (said[at : at + long] for long in self._lengths for at in range(len(said) - long + 1))
        return {place for window in windows for place in self._words.get(window, ())}

    def _fitting(self, payment: Payment) -> set[int]:
        """Those of the same amount, of the same account, or of a party that is called alike."""
        found = set(self._amounts.get(payment.amount.cents, ()))
        found.update(self._accounts.get(plain(payment.iban), ()) if payment.iban else ())
        if payment.name not in self._known:
            self._known[payment.name] = [name for name in self._names if alike(payment.name, name)]
        for name in self._known[payment.name]:
            found.update(self._names[name])
        return found


def match_all(payments: Iterable[Payment], invoices: Sequence[OpenInvoice]) -> list[Match]:
    """Many payments in their order: what an earlier one pays exactly is no longer open to the next."""
    ledger, found = Ledger(invoices), []
    for payment in payments:
        one = ledger.match(payment)
        ledger.take(one)
        found.append(one)
    return found
