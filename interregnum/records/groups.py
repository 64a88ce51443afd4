"""Are all treated alike? What managers chose to say of themselves, and the shares of each group, counted only."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from interregnum.kernel.actor import Actor, Role
from interregnum.parameters.values import value
from interregnum.people.models import Manager
from interregnum.records.models import GroupAnswer
from interregnum.records.states import AgeBand, Gender
from interregnum.stages.choose.models import Candidacy, Listed, Shortlist
from interregnum.stages.choose.queries.past_pool import pools_of_the_day
from interregnum.stages.choose.rules.impact import Compared, Group, compare
from interregnum.stages.choose.rules.states import CandidacyState

OVERSEES = frozenset({Role.PARTNER, Role.AUDITOR})
# Of fewer people not even the numbers are shown: somebody could be known by them.
FEWEST_SHOWN = 10
KINDS: Mapping[str, tuple[str, ...]] = {"age": tuple(AgeBand), "gender": tuple(Gender)}
STEPS = ("listed", "asked", "chosen")


@dataclass(frozen=True)
class Impact:
    """At one step, by one kind of group. A group that is too small to be shown is left out."""

    step: str
    kind: str
    groups: tuple[Compared, ...]


@dataclass(frozen=True)
class ImpactPage:
    answered: int
    managers: int
    least: int
    impacts: tuple[Impact, ...]


def own_answer(actor: Actor) -> GroupAnswer | None:
    return GroupAnswer.objects.filter(manager=actor.manager).first() if actor.manager else None


def say_groups(*, age: str, gender: str, by: Actor, at: datetime) -> None:
    """A manager says as much as they like, changes it, or takes it all back; no fact is written of it."""
    rows = GroupAnswer.objects.filter(manager=by.manager)
    if not (age or gender):
        rows.delete()
        return
    # Whoever puts an answer right counts from when it was first given.
    fresh = {"age": age, "gender": gender}
    GroupAnswer.objects.update_or_create(manager=by.manager, defaults=fresh, create_defaults=fresh | {"said_at": at})


def impact_page(*, seen_by: Actor, on: date) -> ImpactPage:
    """For partners and the auditor: nobody's own answer, and no group of fewer than ten."""
    least = value("choose.least_in_group", on=on)
    if seen_by.role not in OVERSEES:
        return ImpactPage(0, 0, least, ())
    answers = {row.manager: row for row in GroupAnswer.objects.all()}
    counted = {step: list(rows) for step, rows in _steps(answers).items()}
    impacts = [
        Impact(step, kind, tuple(each for each in compared if each.group.total >= FEWEST_SHOWN))
        for step in STEPS
        for kind in KINDS
        for compared in (compare(_groups(answers, counted[step], kind), least=least),)
    ]
    return ImpactPage(
        answered=len(answers),
        managers=Manager.objects.filter(is_active=True).count(),
        least=least,
        impacts=tuple(impacts),
    )


def _steps(answers: Mapping[str, GroupAnswer]) -> dict[str, Iterable[tuple[str, bool]]]:
    """For each step: the manager's code, each time that he or she could be selected, and whether that was so.

    Lists from which nobody was asked were no choice, and count nowhere.
    """
    lists = Shortlist.objects.filter(proposals__isnull=False, listed__isnull=False).exclude(record={})
    drawn = list(lists.distinct().order_by().values_list("pk", "drawn_at", "record"))
    steps = {pk: record["step"] for pk, _at, record in drawn}
    stood = pools_of_the_day(answers, set(steps.values()))
    could = {(pk, code) for pk, at, _record in drawn for code in stood[steps[pk]] if answers[code].said_at <= at}
    rows = Listed.objects.filter(shortlist__in=steps, manager__code__in=answers).order_by()
    listed = could & set(rows.values_list("shortlist", "manager__code"))
    asked = set(Candidacy.objects.order_by().values_list("proposal__shortlist", "manager__code"))
    presented = Candidacy.objects.filter(
        proposal__decided_at__isnull=False, proposal__shortlist__in=steps, answered_at__isnull=False
    ).exclude(state=CandidacyState.REFUSED)
    chosen = presented.order_by().values_list("proposal__shortlist", "manager__code", "state")
    return {
        "listed": ((code, (pk, code) in listed) for pk, code in could),
        "asked": ((code, (pk, code) in asked) for pk, code in listed),
        "chosen": ((code, state == CandidacyState.CHOSEN) for pk, code, state in chosen if (pk, code) in could),
    }


def _groups(answers: Mapping[str, GroupAnswer], rows: Iterable[tuple[str, bool]], kind: str) -> list[Group]:
    totals, selected = Counter[str](), Counter[str]()
    for code, was_selected in rows:
        group = str(getattr(answers[code], kind))
        totals[group] += 1
        selected[group] += was_selected
    return [Group(name, selected[name], totals[name]) for name in KINDS[kind]]
