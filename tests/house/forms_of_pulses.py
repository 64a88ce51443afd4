"""The forms of a pulse among employees."""

from datetime import timedelta
from typing import Any

from interregnum.kernel.actor import Role
from interregnum.stages.pulse.actions.answer import Answer, answer_pulse
from interregnum.stages.pulse.actions.run_rounds import start_pulse, turn_pulses
from interregnum.stages.pulse.actions.set_up import Wanted, set_up_pulse
from interregnum.stages.pulse.models import Address, Group, Quote, Survey
from interregnum.stages.pulse.queries.links import token_of_group
from interregnum.stages.pulse.rules.setting_up import GroupLine
from interregnum.stages.pulse.rules.states import Way
from tests.world import NOW

# The second day of the assignment of a life.
AT = NOW + timedelta(days=8)
PEOPLE = 12
START = {"do": "start", "starts_on": "2026-03-10", "has_told": "on"}
SET_UP = {
    "way": "code",
    "language": "nl",
    "groups": "Team aanvragen, 12",
    "nl_0": "Ik weet waarom.",
    "en_0": "I know why.",
}
DESKS = ("bureau", "manager")
FORMS_OF_PULSES: dict[str, dict[str, Any]] = {
    **{f"{desk}:pulse-pulse": START for desk in DESKS},
    **{f"{desk}:pulse-set-up": SET_UP for desk in DESKS},
    "bureau:pulse-hide": {"once": "verberg"},
}
WHO = {"bureau": Role.ACCOUNT_MANAGER, "manager": Role.MANAGER, "client": Role.CLIENT}
WHOM_OF_PULSES = {
    **{f"{desk}:pulse-{page}": (WHO[desk], "guarded") for desk in DESKS for page in ("pulse", "set-up")},
    **{f"{desk}:pulse-addresses": (WHO[desk], "guarded") for desk in (*DESKS, "client")},
    "bureau:pulse-hide": (Role.ACCOUNT_MANAGER, "guarded"),
}
OBJECTS_OF_PULSES = {
    **{f"{desk}:pulse-pulse": "assignment" for desk in (*DESKS, "client", "shadow")},
    **{f"{desk}:pulse-{page}": "assignment" for desk in DESKS for page in ("set-up", "sheet")},
    **{f"{desk}:pulse-addresses": "assignment" for desk in (*DESKS, "client")},
}


def written_down(life: Any, way: Way = Way.CODE) -> None:
    """A pulse of this life's assignment that nobody was asked in yet; one that is there stays."""
    if Survey.objects.filter(assignment__code=life.assignment).exists():
        return
    groups = (GroupLine("Team aanvragen", PEOPLE),)
    wanted = Wanted(way=way, language="nl", questions=(("Ik weet waarom.", "I know why."),), groups=groups)
    assert set_up_pulse(assignment=life.assignment, wanted=wanted, by=life.max, at=AT) == life.assignment


def addresses_form(life: Any) -> dict[str, str]:
    written_down(life, Way.MAIL)
    group = Group.objects.get(survey__assignment__code=life.assignment)
    return {"group": group.code, "addresses": "piet@example.org"}


def quote_of(life: Any) -> str:
    """What an employee wrote in a round that is over, while the next one is open with words of its own."""
    if not Survey.objects.filter(assignment__code=life.assignment).exists():
        written_down(life)
        Survey.objects.filter(assignment__code=life.assignment).update(asks_words=True)
        start_pulse(assignment=life.assignment, starts_on=AT.date(), by=life.max, at=AT)
        _answer(life, PEOPLE, AT)
        turn_pulses(AT + timedelta(days=10))
        turn_pulses(AT + timedelta(days=14))
        _answer(life, 3, AT + timedelta(days=14))
    return Quote.objects.filter(round__survey__assignment__code=life.assignment).values_list("code", flat=True)[0]


def _answer(life: Any, people: int, at: Any) -> None:
    token = token_of_group(Group.objects.get(survey__assignment__code=life.assignment).code)
    for _each in range(people):
        answer = Answer((4,), "Meer tijd graag.")
        assert answer_pulse(token=token, answer=answer, at=at) is None


def all_of_pulse(life: Any) -> None:
    """A round that is over, one that is open, and an address of somebody who was asked."""
    quote_of(life)
    group = Group.objects.get(survey__assignment__code=life.assignment)
    Address.objects.create(survey=group.survey, group=group, email="piet@example.org")


MADE_OF_PULSES = {"bureau:pulse-hide": quote_of}
READY_FOR_PULSES = {f"{desk}:pulse-pulse": written_down for desk in DESKS}
NAMED_OF_PULSES = {f"{desk}:pulse-addresses": addresses_form for desk in (*DESKS, "client")}
