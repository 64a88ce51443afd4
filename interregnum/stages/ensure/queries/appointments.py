"""Who watches over which assignment, and who could."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import reduce
from itertools import product
from operator import or_

from django.db.models import Case, Count, Q, When

from interregnum.kernel.actor import HOUSE, Actor, Role
from interregnum.kernel.lists import Assurance, Category, Level
from interregnum.kernel.refused import Refused
from interregnum.parameters.values import value
from interregnum.people.models import Account, Manager
from interregnum.people.queries import discipline_choices
from interregnum.stages.choose.rules.organisations import same_organisation
from interregnum.stages.deliver.queries import (
    AssignmentFacts,
    account_owners_of,
    assignment_facts,
    assignment_of,
    visible_to,
)
from interregnum.stages.deliver.rules.shadow_need import ShadowNeed, shadow_need
from interregnum.stages.deliver.rules.states import AssignmentState
from interregnum.stages.ensure import texts
from interregnum.stages.ensure.models import PastShadow, ShadowAppointment
from interregnum.stages.ensure.queries.independence import Stated, stated_of
from interregnum.stages.ensure.rules.independence import Standing, independence
from interregnum.stages.ensure.rules.proposal import Fit, Known, fit_of, order_of


@dataclass(frozen=True)
class CandidateView:
    """Somebody who could be appointed; `why_not` is empty when they may, `why` says what they bring."""

    account: str
    name: str
    load: int
    why_not: tuple[str, ...]
    why: str = ""
    has_profile: bool = False


@dataclass(frozen=True)
class Appointed:
    """Who watches over an assignment."""

    account: str
    name: str
    reason: str
    at: datetime


@dataclass(frozen=True)
class Resigned:
    """Who watched over it before, and why no more; the bureau alone reads this."""

    name: str
    reason: str
    why: str
    first: datetime
    last: datetime


@dataclass(frozen=True)
class AppointPage:
    code: str
    number: str
    client: str
    manager: str
    category: Category
    assurance: Assurance
    need: ShadowNeed
    need_word: object
    most: int
    appointed: Appointed | None
    stated: Stated | None
    before: tuple[Resigned, ...]
    candidates: tuple[CandidateView, ...]

    @property
    def free(self) -> tuple[CandidateView, ...]:
        """Those who may be appointed."""
        return tuple(one for one in self.candidates if not one.why_not)

    @property
    def without_profile(self) -> tuple[CandidateView, ...]:
        """Of whom fields and level are known as far as the bureau recorded them."""
        return tuple(one for one in self.candidates if not one.has_profile)

    @property
    def refused(self) -> tuple[CandidateView, ...]:
        """Those who may not, with the reasons."""
        return tuple(one for one in self.candidates if one.why_not)


@dataclass(frozen=True)
class WithoutShadow:
    """An open assignment that nobody watches over."""

    assignment: str
    number: str
    client: str
    manager: str
    starts_on: date
    need: ShadowNeed


def shadow_of(assignment: str) -> Appointed | None:
    """For stages that check by their own objects who may look."""
    row = ShadowAppointment.objects.select_related("shadow").filter(assignment__code=assignment).first()
    return Appointed(row.shadow.code, row.shadow.name, row.reason, row.appointed_at) if row else None


def shadow_left_at(assignment: str) -> datetime | None:
    """When the last shadow manager resigned, whom nobody follows yet."""
    if ShadowAppointment.objects.filter(assignment__code=assignment).exists():
        return None
    rows = PastShadow.objects.filter(assignment__code=assignment)
    return rows.values_list("ended_at", flat=True).first()


def shadow_profiles(assignment: str) -> tuple[str, ...]:
    """The profiles on the roster of who guards an assignment: never asked to carry it out."""
    rows = ShadowAppointment.objects.filter(assignment__code=assignment, shadow__seats__manager__isnull=False)
    return tuple(rows.values_list("shadow__seats__manager__code", flat=True))


def loads() -> Mapping[str, int]:
    """How many open assignments each shadow manager has, by account code."""
    is_open = ~Q(shadowed__assignment__state=AssignmentState.CLOSED)
    rows = Account.objects.annotate(load=Count("shadowed", filter=is_open)).filter(load__gt=0)
    return dict(rows.values_list("code", "load"))


def standing_of(
    account: Account, facts: AssignmentFacts, *, load: int, owners: frozenset[str], is_stated: bool
) -> Standing:
    """How this person stands towards an assignment; `account.seats` may be prefetched."""
    seats = list(account.seats.all())
    return Standing(
        holds_role=account.is_active and any(seat.role == Role.SHADOW for seat in seats),
        looks_after_client=account.code in owners,
        is_the_manager=any(seat.manager is not None and seat.manager.code == facts.manager for seat in seats),
        load=load,
        has_tie=any(_has_tie(seat.manager, facts.organisation_name) for seat in seats if seat.manager is not None),
        is_stated=is_stated,
    )


def _has_tie(profile: Manager, client: str) -> bool:
    """By what an interim manager who also shadows has declared."""
    return any(same_organisation(name, client) for name in (*profile.conflicts, *profile.former_employers))


def appoint_page(code: str, *, seen_by: Actor, on: date) -> AppointPage:
    """The candidates with their load, those who may first. Raises Http404 for an assignment that is not theirs."""
    facts = assignment_facts(code, seen_by=seen_by)
    most = value("ensure.most_assignments", on=on)
    need = shadow_need(facts.category, facts.assurance)
    return AppointPage(
        code=facts.code,
        number=facts.number,
        client=facts.organisation_name,
        manager=facts.manager_name,
        category=facts.category,
        assurance=facts.assurance,
        need=need,
        need_word=texts.NEEDS[need],
        most=most,
        appointed=shadow_of(code),
        stated=stated_of(assignment_of(code, seen_by=seen_by, along=("shadow_appointment",))),
        before=_before(code),
        candidates=_candidates(facts, most),
    )


def _before(assignment: str) -> tuple[Resigned, ...]:
    rows = PastShadow.objects.filter(assignment__code=assignment).select_related("shadow")
    return tuple(Resigned(one.shadow.name, one.reason, one.ended_why, one.appointed_at, one.ended_at) for one in rows)


def _candidates(facts: AssignmentFacts, most: int) -> tuple[CandidateView, ...]:
    known, owners = loads(), account_owners_of(facts.organisation)
    asked, manager = _wanted_beside(facts.code)
    order: dict[str, tuple[int, bool, int, int]] = {}
    people = Account.objects.filter(is_active=True, seats__role=Role.SHADOW).distinct()
    views = []
    for account in people.select_related("shadow_knowledge").prefetch_related("seats__manager").order_by("name", "pk"):
        load = known.get(account.code, 0)
        # Whoever appoints states it of the one that is chosen.
        standing = standing_of(account, facts, load=load, owners=owners, is_stated=True)
        answer = independence(standing, most=most)
        reasons = answer.reasons if isinstance(answer, Refused) else ()
        words = tuple(str(texts.REFUSALS[reason.code]) % dict(reason.facts) for reason in reasons)
        fit = fit_of(_known(account), asked=asked, manager=manager)
        order[account.code] = order_of(fit, load=load)
        views.append(
            CandidateView(account.code, account.name, load, words, why_of(fit), profile_of(account) is not None)
        )
    return tuple(sorted(views, key=lambda view: (bool(view.why_not), order[view.account])))


def _wanted_beside(assignment: str) -> tuple[list[str], Known]:
    """The fields that the brief asks, and what the interim manager knows."""
    names = ("contract__brief__disciplines", "manager__disciplines", "manager__level")
    asked, own, level = visible_to(HOUSE).filter(code=assignment).values_list(*names).get()
    return list(asked), Known(frozenset(own), Level(level))


def profile_of(account: Account) -> Manager | None:
    """Of a shadow manager who is an interim manager too; `account.seats` may be prefetched."""
    return next((seat.manager for seat in account.seats.all() if seat.manager is not None), None)


def _known(account: Account) -> Known | None:
    """By the own profile; without one as the bureau recorded it."""
    source = profile_of(account) or getattr(account, "shadow_knowledge", None)
    return Known(frozenset(source.disciplines), source.level) if source else None


def why_of(fit: Fit) -> str:
    """What somebody brings, in a sentence."""
    if not fit.is_known:
        return str(texts.NOT_RECORDED)
    names = dict(discipline_choices()) if fit.covers else {}
    if fit.covers:
        fields = ", ".join(str(names.get(one, one)) for one in fit.covers)
        sentence = texts.COVERS_SENIOR if fit.is_senior else texts.COVERS
        return str(sentence) % {"fields": fields}
    return str(texts.SENIOR if fit.is_senior else texts.NOTHING_KNOWN)


def assignments_without_shadow(*, seen_by: Actor, most: int) -> tuple[tuple[WithoutShadow, ...], int]:
    """G2: open assignments that should have a shadow manager and have none: those that must come first; how many."""
    rows = visible_to(seen_by).filter(shadow_appointment=None).exclude(state=AssignmentState.CLOSED)
    rows = rows.filter(_in_need(ShadowNeed.REQUIRED) | _in_need(ShadowNeed.WANTED))
    names = ("code", "number", "organisation__name", "manager__name", "starts_on", "category", "assurance")
    must_first = Case(When(_in_need(ShadowNeed.REQUIRED), then=0), default=1)
    lines = tuple(
        WithoutShadow(code, number, client, manager, starts_on, shadow_need(category, assurance))
        for code, number, client, manager, starts_on, category, assurance in rows.order_by(
            must_first, "starts_on", "pk"
        ).values_list(*names)[:most]
    )
    return lines, len(lines) if len(lines) < most else rows.count()


def _in_need(need: ShadowNeed) -> Q:
    pairs = product(Category, Assurance)
    return reduce(or_, (Q(category=one, assurance=other) for one, other in pairs if shadow_need(one, other) == need))
