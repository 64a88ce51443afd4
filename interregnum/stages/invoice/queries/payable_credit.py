"""What a credit note takes back of an invoice of a manager, by what that charged when it was issued."""

from collections.abc import Sequence

from interregnum.stages.invoice.models import Payable, PayLine
from interregnum.stages.invoice.queries.bills import parts_from
from interregnum.stages.invoice.queries.payable_seller import pay_lines
from interregnum.stages.invoice.rules.crediting import rest_of, share_of
from interregnum.stages.invoice.rules.payable import PayKind
from interregnum.stages.invoice.rules.totals import NOTHING, Totals, totals


def pay_credit_sums(row: Payable, taken: Sequence[PayLine], left: Sequence[PayLine]) -> Totals:
    """The last credit note takes all that is left, so that together they come to nothing, to the cent.

    A purchase invoice has no VAT by rate, and may be accepted at other amounts than its lines: of both each line bears
    its share.
    """
    notes, is_last = list(row.credit_notes.all()), len(taken) == len(left)
    if row.kind != PayKind.PURCHASE:
        whole = parts_from(row.vat)
        if is_last:
            return rest_of(whole, [parts_from(note.vat) for note in notes])
        places = {line.position for line in taken}
        lines = [line for line in pay_lines(row) if int(line.number) in places]
        return totals(lines, {part.category: part.why for part in whole})
    net = row.net - sum((note.net for note in notes), NOTHING)
    vat = row.vat_total - sum((note.vat_total for note in notes), NOTHING)
    if is_last:
        return Totals((), net, vat, net + vat)
    part, of = (sum((line.amount for line in each), NOTHING) for each in (taken, row.lines.all()))
    net, vat = (min(share_of(whole, part, of), rest) for whole, rest in ((row.net, net), (row.vat_total, vat)))
    return Totals((), net, vat, net + vat)
