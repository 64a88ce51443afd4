"""The objects that facts are about: what kind each is, what people call it, its page, and who may see it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, Model, Q, QuerySet, Value
from django.http import Http404
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from interregnum.kernel.actor import ALL_OF_THE_FIRM, Actor, Role
from interregnum.people.models import Account, Manager, Organisation
from interregnum.stages.ask.models import Request
from interregnum.stages.ask.queries.rows import visible_to as visible_requests
from interregnum.stages.brief.models import Brief
from interregnum.stages.brief.queries.rows import visible_to as visible_briefs
from interregnum.stages.choose.models import Proposal, Shortlist
from interregnum.stages.choose.queries.rows import proposals_of, shortlists_of
from interregnum.stages.contract.models import Contract
from interregnum.stages.contract.queries.access import visible_to as visible_contracts
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.deliver.queries.visible import visible_to as visible_assignments


@dataclass(frozen=True)
class Kind:
    """One kind of object; `called` is the column that people know it by, `page` the bureau's page of one."""

    name: str
    label: Promise
    model: type[Model]
    called: str
    page: str
    visible: Callable[[Actor], QuerySet[Any]]


@dataclass(frozen=True)
class Found:
    """One object in words; `url` is "" where it has no page of its own."""

    code: str
    kind: object
    called: str
    url: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.called}" if self.called else str(self.kind)


def _for_the_bureau(model: type[Model]) -> Callable[[Actor], QuerySet[Any]]:
    """What all of the bureau may see and nobody else."""
    return lambda actor: model._default_manager.all() if actor.is_bureau else model._default_manager.none()


def _accounts(actor: Actor) -> QuerySet[Any]:
    return Account.objects.all() if actor.role in {Role.PARTNER, Role.AUDITOR, Role.HOUSE} else Account.objects.none()


KINDS: tuple[Kind, ...] = (
    Kind("request", _("Request"), Request, "organisation_name", "bureau:ask-triage", visible_requests),
    Kind("brief", _("Brief"), Brief, "request__organisation_name", "bureau:brief-edit", visible_briefs),
    Kind(
        "shortlist",
        _("Shortlist"),
        Shortlist,
        "brief__request__organisation_name",
        "bureau:choose-shortlist",
        shortlists_of,
    ),
    Kind(
        "proposal",
        _("Proposal"),
        Proposal,
        "brief__request__organisation_name",
        "bureau:choose-proposal",
        proposals_of,
    ),
    Kind("contract", _("Contract"), Contract, "number", "bureau:contract-contract", visible_contracts),
    Kind("assignment", _("Assignment"), Assignment, "number", "bureau:deliver-assignment", visible_assignments),
    Kind(
        "organisation",
        _("Organisation"),
        Organisation,
        "name",
        "bureau:people-client",
        _for_the_bureau(Organisation),
    ),
    Kind("manager", _("Interim manager"), Manager, "name", "bureau:people-manager", _for_the_bureau(Manager)),
    Kind("account", _("Account"), Account, "name", "", _accounts),
)
_BY_NAME = {kind.name: kind for kind in KINDS}
# Of these an account manager knows only the own portfolio.
GUARDED = frozenset({"request", "brief", "shortlist", "proposal", "contract", "assignment"})
# A word that fits more objects than this is no search.
MOST_FOUND = 500


def object_of(code: str, *, seen_by: Actor) -> Found:
    """One object that this person may see, whatever its kind. Raises Http404 for any other."""
    found = objects_of([code], seen_by=seen_by).get(code)
    if found is None:
        raise Http404
    return found


def objects_of(codes: Iterable[str], *, seen_by: Actor) -> Mapping[str, Found]:
    """Code -> object for those that this person may see, in one question."""
    wanted = Q(code__in=set(codes))
    return {code: _found(name, code, called) for name, code, called in _asked(seen_by, lambda kind: wanted)}


def codes_called(word: str, *, seen_by: Actor) -> set[str]:
    """The codes of the objects whose name holds a word, and the word itself: it may be a code."""
    rows = _asked(seen_by, lambda kind: Q(**{f"{kind.called}__icontains": word}))[:MOST_FOUND]
    return {code for _name, code, _called in rows} | {word}


def codes_of_others(seen_by: Actor) -> QuerySet[Any] | None:
    """The codes of what is somebody else's to know; None for who knows of the whole firm."""
    if seen_by.role in ALL_OF_THE_FIRM:
        return None
    hidden: list[QuerySet[Any]] = [
        kind.model._default_manager.order_by()
        .exclude(pk__in=kind.visible(seen_by).order_by().values("pk"))
        .values("code")
        for kind in KINDS
        if kind.name in GUARDED
    ]
    return hidden[0].union(*hidden[1:], all=True)


def _asked(seen_by: Actor, wanted: Callable[[Kind], Q]) -> QuerySet[Any]:
    """Kind, code and name of the objects wanted, all kinds in one question."""
    asked = [
        kind.visible(seen_by)
        .order_by()
        .filter(wanted(kind))
        .values_list(Value(kind.name, output_field=CharField()), "code", kind.called)
        for kind in KINDS
    ]
    # The order of the first table would be asked of all of them.
    return asked[0].union(*asked[1:], all=True).order_by()


def _found(name: str, code: str, called: str) -> Found:
    kind = _BY_NAME[name]
    return Found(code, kind.label, called, reverse(kind.page, args=[code]) if kind.page else "")
