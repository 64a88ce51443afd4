"""The papers of an assignment from its start on, for the page of all documents: each as its own page shows it."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Max
from django.utils.translation import gettext as _

from interregnum.kernel.actor import Actor
from interregnum.stages.brief.queries.versions import badge_of
from interregnum.stages.contract.queries.paper_sources import BUREAU, EVERYBODY, Paper, desk_of, link_of
from interregnum.stages.deliver import gate_texts
from interregnum.stages.deliver.models import Assignment, GateAnswer
from interregnum.stages.deliver.queries.plan_versions import MOST
from interregnum.stages.deliver.queries.shared import readable
from interregnum.stages.deliver.queries.tenures import assignments_under
from interregnum.stages.deliver.rules.parties import Party, party_of


def papers_of(contract: str, seen_by: Actor) -> Iterator[Paper]:
    """What was answered at the gates; and of an assignment that is theirs the mandate, the plan and the files."""
    yield from _evidence(contract, seen_by)
    rows = assignments_under(contract, seen_by=seen_by).prefetch_related("mandate")
    for row in rows:
        desk = desk_of(seen_by.role)
        if row.mandate.all():
            url = link_of(seen_by.role, f"{desk}:deliver-assignment", row.code)
            yield Paper(what=_("Mandate sheet"), at=row.announced_on, seen_by=EVERYBODY, url=url and f"{url}#mandate")
        yield from _plans(row, seen_by)
        yield from _shared(row, seen_by)


def _evidence(contract: str, seen_by: Actor) -> Iterator[Paper]:
    """What somebody outside the firm sent: the bureau alone opens it."""
    if not seen_by.is_bureau:
        return
    answers = GateAnswer.objects.filter(contract__code=contract).exclude(document=None).order_by("pk")
    for one in answers:
        what = _("Evidence before the start: %(gate)s") % {"gate": gate_texts.GATES[one.gate]}
        url = link_of(seen_by.role, "bureau:deliver-gate-document", contract, one.gate)
        yield Paper(what=what, at=one.answered_on or one.recorded_at, seen_by=(BUREAU,), url=url)


def _plans(row: Assignment, seen_by: Actor) -> Iterator[Paper]:
    """Each version that went to the client; a draft is no paper yet."""
    url = link_of(seen_by.role, f"{desk_of(seen_by.role)}:deliver-plan", row.code)
    for one in row.plan_versions.all()[:MOST]:
        yield Paper(
            what=_("Plan of approach, version %(number)s") % {"number": one.number},
            at=one.answered_at or one.offered_at,
            seen_by=EVERYBODY,
            url=url and f"{url}?version={one.number}",
            note=badge_of(one.state).text,
        )


def _shared(row: Assignment, seen_by: Actor) -> Iterator[Paper]:
    """The files that their party may read, with every party that may; what was withdrawn nobody opens."""
    files: Any = readable(row.shared_files, party_of(seen_by.role)).filter(withdrawn_at=None)
    for one in files.annotate(newest=Max("versions__added_at")):
        yield Paper(
            what=one.title,
            at=one.newest,
            seen_by=tuple(desk for desk in EVERYBODY if getattr(one, f"for_{Party(desk)}")),
            url=link_of(seen_by.role, f"{desk_of(seen_by.role)}:deliver-shared-file", one.code),
            note=_("shared file"),
        )
