"""A pulse is written down: what is asked, of which groups, and by which way. Fixed from its start on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.refused import Refused
from interregnum.stages.deliver.queries import assignment_of
from interregnum.stages.deliver.rules.states import AssignmentState
from interregnum.stages.pulse.facts import PulseAddressesGiven, PulseSetUp
from interregnum.stages.pulse.models import Address, Group, Survey
from interregnum.stages.pulse.queries.visible import survey_of
from interregnum.stages.pulse.rules.setting_up import (
    MOST_PEOPLE,
    GroupLine,
    check_groups,
    check_questions,
    read_addresses,
)
from interregnum.stages.pulse.rules.states import PulseState, Way


@dataclass(frozen=True)
class Wanted:
    """`questions` are pairs of Dutch and English, empty ones too; `language` is that of the mails."""

    way: Way
    language: str
    questions: tuple[tuple[str, str], ...]
    groups: tuple[GroupLine, ...]
    asks_words: bool = False


@action
def set_up_pulse(*, assignment: str, wanted: Wanted, by: Actor, at: datetime) -> str | Refused:
    """Returns the code of the assignment. Groups that keep their name keep their addresses."""
    row = assignment_of(assignment, seen_by=by)
    if row.state == AssignmentState.CLOSED:
        return Refused.because("pulse.assignment_closed")
    if reasons := (*check_questions(wanted.questions), *check_groups(wanted.groups, way=wanted.way)):
        return Refused(reasons)
    survey, _is_new = Survey.objects.select_for_update().get_or_create(assignment=row)
    if survey.state != PulseState.DRAFT:
        return Refused.because("pulse.started")
    survey.way, survey.language, survey.asks_words = wanted.way, wanted.language, wanted.asks_words
    survey.questions = [list(pair) for pair in wanted.questions if all(pair)]
    survey.save()
    _regroup(survey, wanted.groups)
    record(PulseSetUp(assignment=row.code), by=by, at=at)
    return str(row.code)


def _regroup(survey: Survey, wanted: Sequence[GroupLine]) -> None:
    known = {group.name.casefold(): group for group in survey.groups.all()}
    for line in wanted:
        group = known.pop(line.name.casefold(), None) or Group(survey=survey)
        group.name = line.name
        group.people = line.people if survey.way is Way.CODE else Address.objects.filter(group=group.pk).count()
        group.save()
    survey.groups.filter(pk__in=[group.pk for group in known.values()]).delete()


@action
def give_addresses(
    *, assignment: str, group: str, text: str, replace: bool = False, by: Actor, at: datetime
) -> int | Refused:
    """Addresses of a group come in; one that stood in another group moves. Returns how many the group has now.

    `replace` takes away first what the group had.
    """
    survey = survey_of(assignment, seen_by=by, hold=True)
    into = survey.groups.filter(code=group).first()
    if survey.state != PulseState.DRAFT or survey.way is not Way.MAIL or into is None:
        return Refused.because("pulse.started" if survey.state != PulseState.DRAFT else "pulse.no_such_group")
    addresses, without = read_addresses(text)
    if without:
        return Refused.because("pulse.no_address", "addresses", line=without[0], count=len(without))
    if survey.addresses.count() + len(addresses) > MOST_PEOPLE:
        return Refused.because("pulse.too_many_addresses", "addresses", most=MOST_PEOPLE)
    survey.addresses.filter(Q(email__in=addresses) | (Q(group=into) if replace else Q(pk=None))).delete()
    Address.objects.bulk_create(Address(survey=survey, group=into, email=email) for email in addresses)
    for one in survey.groups.all():
        Group.objects.filter(pk=one.pk).update(people=one.addresses.count())
    record(PulseAddressesGiven(assignment=assignment), by=by, at=at)
    return into.addresses.count()
