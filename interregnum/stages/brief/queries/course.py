"""Where a request stands on its way to an assignment."""

from django.utils.translation import gettext_lazy as _

from interregnum.web.pieces import Step, StepState

COURSE = {
    "request": _("Request"),
    "brief": _("Brief"),
    "shortlist": _("Shortlist"),
    "proposal": _("Proposal"),
    "contract": _("Contract"),
    "assignment": _("Assignment"),
}


def course(here: str, **urls: str) -> tuple[Step, ...]:
    """The steps of the life before an assignment: `here` is the current one, `urls` lead back to the ones before.

    A stage names only what came before it; what comes after shows as a name without an address.
    """
    names = list(COURSE)
    at = names.index(here)
    return tuple(
        Step(
            COURSE[name],
            StepState.DONE if number < at else StepState.CURRENT if number == at else StepState.TODO,
            urls.get(name, ""),
        )
        for number, name in enumerate(names)
    )
