"""A contract as its pages show it; each query asks who is looking and leaves out what is not theirs to see."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.money import Money
from interregnum.kernel.period import local_day
from interregnum.people.authorities import somebody_may_sign
from interregnum.stages.ask.queries import course
from interregnum.stages.contract.models import Agreement, Contract, SigningCode
from interregnum.stages.contract.queries.access import SIDE_OF, contract_of, goes_on, late_contracts, next_to_sign
from interregnum.stages.contract.queries.agreed import agreed, fee_rows
from interregnum.stages.contract.queries.documents import guarantee_words, unreadable_names
from interregnum.stages.contract.queries.facts import ContractFacts, facts_of
from interregnum.stages.contract.queries.indexing import told_of
from interregnum.stages.contract.queries.standing import Standing, early_end, standing_of
from interregnum.stages.contract.rules.clauses import insured_at_least, rate_stays_until
from interregnum.stages.contract.rules.states import ContractState, Side
from interregnum.stages.contract.texts import SIDES
from interregnum.web.history import history
from interregnum.web.pieces import Definition, Event, Step, StepState
from interregnum.web.templatetags.web import day, euro, number, word


@dataclass(frozen=True, kw_only=True)
class AgreementPart:
    """One side: whether its document can be read, and who agreed to it when."""

    side: Side
    title: object
    signer: str
    is_ready: bool
    signed_at: datetime | None
    signed_name: str
    sha256: str
    paper_on: date | None
    entitled: str
    has_scan: bool


@dataclass(frozen=True, kw_only=True)
class BureauContractPage:
    """Both sides. The margin is among the terms of a partner alone; `assignment` is "" until both have signed.

    `nobody_may_sign`: the client has yet to sign, and of nobody there was it recorded that they may.
    """

    code: str
    number: str
    goes_on: bool
    organisation: str
    organisation_name: str
    manager_name: str
    state: ContractState
    is_ready: bool
    has_words: bool
    unreadable: str
    nobody_may_sign: bool
    standing: Standing
    amends: str
    terms: tuple[Definition, ...]
    agreements: tuple[AgreementPart, ...]
    guarantee: tuple[str, ...]
    agreed: tuple[tuple[object, tuple[Definition, ...]], ...]
    steps: tuple[Step, ...]
    assignment: str
    history: tuple[Event, ...]


@dataclass(frozen=True, kw_only=True)
class OwnContractPage:
    """One's own side only; of the other side no more than whether it has signed, which `standing` says.

    `code_until` is until when the code works that was mailed, None without one. `assignment` is "" until both have;
    `earlier` is what came before: a client's proposal, a manager's invitation.
    """

    code: str
    number: str
    goes_on: bool
    organisation_name: str
    manager_name: str
    state: ContractState
    agreement: AgreementPart
    standing: Standing
    has_words: bool
    can_sign: bool
    fees: tuple[Definition, ...]
    code_until: datetime | None
    terms: tuple[Definition, ...]
    guarantee: tuple[str, ...]
    agreed: tuple[tuple[object, tuple[Definition, ...]], ...]
    steps: tuple[Step, ...]
    assignment: str
    earlier: str
    history: tuple[Event, ...]


def bureau_contract_page(code: str, *, seen_by: Actor, on: date) -> BureauContractPage:
    contract = contract_of(code, seen_by=seen_by)
    facts = facts_of(contract)
    parts = _parts(contract, facts)
    money = [
        Definition(_("Client's rate a day"), facts.client_rate),
        Definition(_("Manager's rate a day"), facts.manager_rate),
    ]
    if seen_by.role in {Role.PARTNER, Role.AUDITOR}:
        money.append(Definition(_("Margin a day"), _margin(facts.client_rate, facts.manager_rate)))
    return BureauContractPage(
        code=contract.code,
        number=contract.number,
        goes_on=goes_on(contract),
        organisation=facts.organisation,
        organisation_name=facts.organisation_name,
        manager_name=facts.manager_name,
        state=contract.state,
        is_ready=all(part.is_ready for part in parts),
        has_words=bool(facts.clauses),
        unreadable=", ".join(unreadable_names(facts)) if parts[0].sha256 == "" else "",
        nobody_may_sign=_waits_in_vain(contract, parts[0]),
        standing=standing_of(contract, facts, turn=_turn(contract), on=on),
        amends=contract.amends.code if contract.amends else "",
        terms=(*_terms(facts), *_amended(contract), *money, *_indexed(contract, *Side)),
        agreements=parts,
        guarantee=guarantee_words(facts, Side.CLIENT),
        agreed=tuple((SIDES[side], agreed(contract, facts, side)) for side in Side),
        steps=course("contract", request=facts.request),
        assignment=assignment_of_contract(contract),
        history=history(contract.code, seen_by=seen_by),
    )


def own_contract_page(code: str, *, seen_by: Actor, at: datetime) -> OwnContractPage:
    """H3: what a client or a manager signs. Raises Http404 for a contract that is not theirs."""
    contract = contract_of(code, seen_by=seen_by)
    side = SIDE_OF[seen_by.role]
    facts = facts_of(contract)
    parts = _parts(contract, facts)
    mine, other = parts if side == Side.CLIENT else parts[::-1]
    standing = standing_of(contract, facts, turn=_turn(contract), on=local_day(at))
    fees = tuple(Definition(*row) for row in fee_rows(contract, side))
    return OwnContractPage(
        code=contract.code,
        number=contract.number,
        goes_on=goes_on(contract),
        organisation_name=facts.organisation_name,
        manager_name=facts.manager_name,
        state=contract.state,
        agreement=mine,
        standing=standing,
        has_words=bool(facts.clauses),
        fees=fees,
        can_sign=mine.is_ready and standing.turn == side and not _is_late(contract, at),
        code_until=_code_until(contract, side, seen_by=seen_by, at=at),
        terms=(
            *_terms(facts),
            *_amended(contract),
            *fees,
            *_indexed(contract, side),
        ),
        guarantee=guarantee_words(facts, side),
        agreed=(("", agreed(contract, facts, side)),),
        steps=_steps(mine, other, is_first=contract.signs_first == side),
        assignment=assignment_of_contract(contract),
        earlier=contract.candidacy.proposal.code if side == Side.CLIENT else contract.candidacy.code,
        history=history(contract.code, seen_by=seen_by),
    )


def _is_late(contract: Contract, at: datetime) -> bool:
    return late_contracts(local_day(at)).filter(pk=contract.pk).exists()


def _turn(contract: Contract) -> Side | None:
    row = next_to_sign(contract)
    return row.side if row else None


def _waits_in_vain(contract: Contract, client: AgreementPart) -> bool:
    is_open = contract.state == ContractState.DRAWN and client.signed_at is None
    return is_open and not somebody_may_sign(contract.organisation.code)


def _code_until(contract: Contract, side: Side, *, seen_by: Actor, at: datetime) -> datetime | None:
    codes = SigningCode.objects.filter(agreement__contract=contract, agreement__side=side, account__code=seen_by.code)
    return codes.filter(used_at=None, expires_at__gt=at).values_list("expires_at", flat=True).first()


def assignment_of_contract(contract: Contract) -> str:
    """The code of the assignment that came of a contract, "" before; a later stage keeps it, hence by relation."""
    return getattr(getattr(contract.amends or contract, "assignment", None), "code", "")


def _parts(contract: Contract, facts: ContractFacts) -> tuple[AgreementPart, AgreementPart]:
    """The client's agreement and the manager's, in that order."""
    by_side = {row.side: row for row in contract.agreements.select_related("document")}
    client = _part(by_side[Side.CLIENT], signer=facts.organisation_name)
    return client, _part(by_side[Side.MANAGER], signer=facts.manager_name)


def _part(row: Agreement, *, signer: str) -> AgreementPart:
    return AgreementPart(
        side=row.side,
        title=SIDES[row.side],
        signer=signer,
        is_ready=row.document is not None,
        signed_at=row.signed_at,
        signed_name=row.signed_name,
        paper_on=row.paper_on,
        entitled=row.entitled,
        has_scan=row.scan_id is not None,
        sha256=row.scan_sha256 or row.signed_sha256 or (row.document.sha256 if row.document else ""),
    )


def _terms(facts: ContractFacts) -> list[Definition]:
    return [
        Definition(_("Category"), word(facts.category)),
        Definition(_("Starts on"), facts.starts_on),
        Definition(_("Ends on"), facts.ends_on),
        Definition(_("Days a week"), facts.days_a_week),
        Definition(_("Notice outside the guarantee"), _("%(number)s days") % {"number": facts.notice_days}),
        Definition(_("Payment"), _("within %(number)s days") % {"number": facts.payment_days}),
        *_further(facts),
    ]


def _further(facts: ContractFacts) -> list[Definition]:
    """What the other clauses as signed come down to: until when the rate stays, and for what the manager is insured."""
    if facts.further is None:
        return []
    until = rate_stays_until(facts.clauses, facts.further, starts_on=facts.starts_on)
    insured = insured_at_least(facts.clauses, facts.further.to_values())
    return [
        *([Definition(_("The rate stays the same until"), until)] if until else []),
        *([Definition(_("The manager is insured for at least"), insured)] if insured > Money(0) else []),
    ]


def _amended(contract: Contract) -> list[Definition]:
    """What an amendment says besides its terms; and of a contract, what its amendments made of it, and its last day."""
    if contract.amends:
        return [
            Definition(_("Amends"), contract.amends.number),
            Definition(_("Decided by"), contract.decided_by),
            Definition(_("Why"), contract.amend_reason),
        ]
    if contract.state != ContractState.SIGNED:
        return []
    signed = contract.amendments.filter(state=ContractState.SIGNED).order_by("pk")
    changed = _("from %(first)s: %(days)s days a week, until %(last)s")
    found = [
        Definition(
            _("Amendment %(number)s") % {"number": each.number},
            changed % {"first": day(each.starts_on), "days": each.days_a_week, "last": day(each.ends_on)},
        )
        for each in signed
    ]
    if contract.runs_until and contract.runs_until != contract.ends_on:
        found.append(Definition(_("Runs until, as it stands now"), contract.runs_until))
    return found + early_end(contract)


def _indexed(contract: Contract, *sides: Side) -> list[Definition]:
    """What the index made of the rates of these sides, and from which day."""
    words = _("Rate from %(day)s, raised by %(percent)s%%")
    return [
        Definition(words % {"day": day(one.holds_from), "percent": number(percent)}, rate)
        for one in told_of(contract)
        for side, percent, rate in (
            (Side.CLIENT, one.percent, one.client_rate),
            (Side.MANAGER, one.manager_percent, one.manager_rate),
        )
        if side in sides and percent
    ]


def _margin(client_rate: Money, manager_rate: Money) -> str:
    """Euros a day, and the share of the client's rate in whole percent."""
    margin = client_rate - manager_rate
    percent = round(margin.amount * 100 / client_rate.amount)
    return _("%(amount)s (%(percent)s%%)") % {"amount": euro(margin), "percent": percent}


def _steps(mine: AgreementPart, other: AgreementPart, *, is_first: bool) -> tuple[Step, ...]:
    """The document, then both signatures in the order in which they are given: done, at hand, or still to come."""
    own, others = (_("Your signature"), mine.signed_at), (_("The other signature"), other.signed_at)
    steps = ((_("Document"), mine.is_ready), *((own, others) if is_first else (others, own)))
    current = next((place for place, (_label, is_done) in enumerate(steps) if not is_done), len(steps))
    states = [StepState.DONE if place < current else StepState.TODO for place in range(len(steps))]
    if current < len(steps):
        states[current] = StepState.CURRENT
    return tuple(Step(label, state) for (label, _is_done), state in zip(steps, states, strict=True))
