"""A contract as its amendments have made it."""

from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, QuerySet

from interregnum.kernel.actor import Actor
from interregnum.kernel.money import Money
from interregnum.stages.brief.queries import brief_facts
from interregnum.stages.brief.rules.values import ResultWanted
from interregnum.stages.contract.models import Contract
from interregnum.stages.contract.queries.access import contract_of
from interregnum.stages.contract.queries.replaced import rate_parts
from interregnum.stages.contract.rules.amending import Terms
from interregnum.stages.contract.rules.indexing import rate_on
from interregnum.stages.contract.rules.states import OVER, ContractState


@dataclass(frozen=True, kw_only=True)
class AmendPage:
    """`now` are the terms as they stand, with which the form begins."""

    code: str
    number: str
    organisation_name: str
    manager_name: str
    now: Terms
    approved: int | None

    @property
    def is_another_assignment(self) -> bool:
        """The client approved another version of the brief than the one that the contract carries out."""
        return self.approved is not None and self.approved != self.now.brief_version


def terms_now(contract: Contract, *, on: date | None = None) -> Terms:
    """What the last signed amendment says, or else the contract; its last day as it stands.

    The rates are those of a day, raised by the index where that was told; without a day those of the last one.
    """
    last = contract.amendments.filter(state=ContractState.SIGNED).order_by("-pk").first() or contract
    client, manager = _rates(contract, last, on)
    return Terms(
        ends_on=contract.runs_until or contract.ends_on,
        days_a_week=last.days_a_week,
        client_rate=client,
        manager_rate=manager,
        brief_version=last.brief_version,
    )


def _rates(contract: Contract, last: Contract, on: date | None) -> tuple[Money, Money]:
    found = rate_on(rate_parts(contract), on or date.max)
    return found[1:] if found else (last.client_rate, last.manager_rate)


def results_now(contract: Contract) -> tuple[ResultWanted, ...]:
    """The results of the version of the brief that is carried out."""
    return brief_facts(contract.brief.code, version=terms_now(contract).brief_version).results


def amendments_since(contract: OuterRef, moment: OuterRef) -> QuerySet[Contract]:
    """For a query of a later stage: the amendments of a contract that were drawn from a moment on and go on."""
    return Contract.objects.filter(amends=contract, drawn_at__gte=moment).exclude(state__in=OVER)


def version_before(amendment: Contract) -> int | None:
    """The version of the brief that was carried out until this amendment."""
    earlier = Contract.objects.filter(amends=amendment.amends, state=ContractState.SIGNED, pk__lt=amendment.pk)
    last = earlier.order_by("-pk").first() or amendment.amends
    return last.brief_version if last else None


def amend_page(code: str, *, seen_by: Actor, on: date) -> AmendPage:
    """With the rates of today. Raises Http404 for a contract that is not theirs."""
    row = contract_of(code, seen_by=seen_by)
    return AmendPage(
        code=row.code,
        number=row.number,
        organisation_name=row.organisation.name,
        manager_name=row.manager.name,
        now=terms_now(row, on=on),
        approved=row.brief.approved,
    )
