"""A framework agreement that was signed on paper before the firm kept its agreements here: it holds as any other."""

import re
from datetime import date, datetime, time

from django.db import IntegrityError, transaction

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.period import AMSTERDAM, local_day
from interregnum.kernel.refused import Refused
from interregnum.outside.documents import lost_signs
from interregnum.people.models import Account, Organisation
from interregnum.people.queries import firm
from interregnum.stages.contract.actions.keep_paper import paper_of
from interregnum.stages.contract.facts import FrameworkPaperKept
from interregnum.stages.contract.models import Framework
from interregnum.stages.contract.rules.signing import SignedPaper, fault_of_number

NOON = time(12)


@action
def keep_earlier_framework(
    *, organisation: str, number: str, signed: SignedPaper, content: bytes, by: Actor, at: datetime
) -> str | Refused:
    """Keep its scan, with the number and the day that stand on it; the last one signed holds. Returns its code."""
    row = Organisation.objects.select_for_update().get(code=organisation)
    number = " ".join(number.split())
    if (fault := _fault_of(number, on=local_day(at))) is not None:
        return fault
    name = "-".join(re.findall(r"\w+", number))
    paper = paper_of(name, signed, drawn_on=None, content=content, by=by, at=at)
    if isinstance(paper, Refused):
        return paper
    paper["signed_at"] = min(at, datetime.combine(signed.paper_on, NOON, tzinfo=AMSTERDAM))
    paper |= {"language": _language(row), "drawn_by": Account.objects.filter(code=by.code).first()}
    try:
        with transaction.atomic():
            kept = Framework.objects.create(number=number, organisation=row, drawn_at=at, is_from_before=True, **paper)
    except IntegrityError:
        # Somebody kept one of another client with this number a moment earlier.
        return Refused.because("contract.number_taken", "number")
    told = {"organisation": row.code, "number": number, "sha256": paper["scan_sha256"]}
    record(FrameworkPaperKept(**told), by=by, at=at)
    return str(kept.code)


def _language(row: Organisation) -> str:
    """That of whoever is there for the client, else the first one of the firm: nobody asks for that of the paper."""
    spoken = row.contacts.filter(is_active=True).values_list("language", flat=True)
    return spoken.first() or firm().languages[0]


def _fault_of(number: str, *, on: date) -> Refused | None:
    """The number stands in each contract under it: it is one that a document can show, and no other agreement has."""
    if (fault := fault_of_number(number, year=on.year)) is not None:
        return fault
    if lost := lost_signs(number):
        return Refused.because("contract.not_shown", "number", signs=lost)
    return (
        Refused.because("contract.number_taken", "number") if Framework.objects.filter(number=number).exists() else None
    )
