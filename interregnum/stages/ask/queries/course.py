"""Where a request stands on its way to an assignment, with the address of each step that was reached.

Later stages keep the tables behind most steps, hence they are found by relation.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from interregnum.stages.ask.models import Request
from interregnum.web.pieces import Step, StepState


@dataclass(frozen=True)
class Place:
    """A step: its name, where its code is found from the request, and its page."""

    name: str
    label: Promise
    found: str
    page: str


BUREAU = (
    Place("request", _("Request"), "code", "bureau:ask-triage"),
    Place("brief", _("Brief"), "brief__code", "bureau:brief-edit"),
    Place("shortlist", _("Shortlist"), "brief__shortlists__code", "bureau:choose-shortlist"),
    Place("proposal", _("Proposal"), "brief__proposals__code", "bureau:choose-proposal"),
    Place("contract", _("Contract"), "brief__contracts__code", "bureau:contract-contract"),
    Place("assignment", _("Assignment"), "brief__contracts__assignment__code", "bureau:deliver-assignment"),
)
CLIENT = (
    Place("request", _("Request"), "code", "client:ask-request"),
    Place("brief", _("Brief"), "brief__code", "client:brief-brief"),
    Place("proposal", _("Proposal"), "brief__proposals__code", "client:choose-proposal"),
    Place("contract", _("Contract"), "brief__contracts__code", "client:contract-contract"),
    Place("assignment", _("Assignment"), "brief__contracts__assignment__code", "client:deliver-assignment"),
)


def course(here: str, *, request: str) -> tuple[Step, ...]:
    """The steps of the life of a request, for the bureau: `here` is the current one, `request` the request's code.

    Each step that was reached leads to its newest page; what is still to come shows as a name without an address.
    """
    order = ("-brief__shortlists__pk", "-brief__proposals__pk", "-brief__contracts__pk")
    # An amendment is no step of its own.
    rows = Request.objects.filter(code=request, brief__contracts__amends=None).order_by(*order)
    return _steps(BUREAU, here, rows.values_list(*(place.found for place in BUREAU)).first() or ())


def course_through(*codes: str | None) -> tuple[Step, ...]:
    """The same where the page has read the code of each step already, in the order of the steps; the last is here."""
    return _steps(BUREAU, BUREAU[len(codes) - 1].name, codes)


def own_course(here: str, *, request: str) -> tuple[Step, ...]:
    """The same for the client, who sees a brief only after it was offered, and a proposal after it was sent."""
    order = ("-brief__proposals__pk", "-brief__contracts__pk", "-brief__versions__pk")
    rows = Request.objects.filter(code=request, brief__contracts__amends=None).order_by(*order)
    shown = ("brief__versions__number", "brief__proposals__sent_at")
    found = rows.values_list(*(place.found for place in CLIENT), *shown).first()
    if found is None:
        return _steps(CLIENT, here, ())
    *codes, version, sent_at = found
    codes[1] = codes[1] if version else None
    codes[2] = codes[2] if sent_at else None
    return _steps(CLIENT, here, codes)


def _steps(places: Sequence[Place], here: str, codes: Sequence[str | None]) -> tuple[Step, ...]:
    found = [*codes, *[None] * len(places)][: len(places)]
    at = [place.name for place in places].index(here)
    reached = max([at, *(number for number, code in enumerate(found) if code)])
    return tuple(
        Step(
            place.label,
            StepState.CURRENT if number == at else StepState.DONE if number <= reached else StepState.TODO,
            reverse(place.page, args=[code]) if code and number != at else "",
        )
        for number, (place, code) in enumerate(zip(places, found, strict=True))
    )
