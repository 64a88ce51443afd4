"""Whom the house tells what has happened: one function for each mail that flow/follows.py sends.

A mail says that something waits and where; who and what, its reader sees on the page.
"""

from datetime import datetime

from interregnum.kernel.actor import HOUSE, Actor, Role
from interregnum.kernel.lists import Need
from interregnum.people.facts import FactorAdded, FactorRemoved, InvitationAccepted, PasswordChanged
from interregnum.people.models import Manager
from interregnum.people.post import account_of, write_to, write_to_account, write_to_bureau
from interregnum.people.site import link_to
from interregnum.stages.ask.facts import RequestClosed, RequestReceived, TriageConfirmed
from interregnum.stages.ask.queries import request_facts
from interregnum.stages.brief.facts import BriefAgreed, BriefSentBack
from interregnum.stages.choose.facts import (
    CandidateGone,
    CandidateTaken,
    ManagerAnswered,
    ProposalAccepted,
    ProposalDeclined,
    QuestionAsked,
)
from interregnum.stages.contract.facts import (
    AgreementSigned,
    AmendmentSigned,
    ContractLapsed,
    ContractSigned,
    ContractWithdrawn,
    FrameworkLapsed,
    FrameworkPaperKept,
    FrameworkReplaced,
    FrameworkSigned,
    FrameworkWithdrawn,
    ManagerLeft,
    NoticeGiven,
    OfFramework,
)
from interregnum.stages.contract.queries import contract_facts
from interregnum.stages.contract.queries.framework_access import guard_of_framework
from interregnum.stages.deliver.actions.tell import objects_of, tell
from interregnum.stages.deliver.facts import (
    AssignmentStarted,
    FeasibilityTested,
    GateAnswered,
    MandateSet,
    PlanAgreed,
    PlanSentBack,
    ReportMissed,
    ReportRead,
    StartHeld,
    WeekReported,
    WorkHandedOn,
)
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.deliver.queries import assignment_of
from interregnum.stages.ensure.facts import ShadowAppointed
from interregnum.stages.ensure.queries import shadow_of


def request_came_in(fact: RequestReceived, by: Actor, _at: datetime) -> None:
    """To the bureau: somebody states a problem."""
    write_to_bureau(
        owner=request_facts(fact.request).owner,
        by=by,
        template="mail/request_received.txt",
        about=fact.about(),
        link=link_to("bureau:ask-triage", fact.request),
    )


def answer_is_there(fact: TriageConfirmed | RequestClosed, _by: Actor, _at: datetime) -> None:
    """To whoever asked: a person has read the request, and what we think of it stands on its page.

    What is not our trade has a letter of its own.
    """
    if fact.need == Need.OUT_OF_SCOPE:
        return
    facts = request_facts(fact.request)
    account = account_of(facts.contact_email)
    has_seat = account is not None and account.seats.filter(organisation__code=fact.organisation).exists()
    page = "client:ask-request" if has_seat else "front:ask-received"
    write_to(
        email=facts.contact_email,
        language=facts.language,
        template="mail/request_answered.txt",
        about=fact.about(),
        name=facts.contact_name,
        link=link_to(page, fact.request),
    )


def brief_answered(fact: BriefAgreed | BriefSentBack, by: Actor, _at: datetime) -> None:
    """To who guards the request: the client approved the brief, or wants it different."""
    _to_owner(fact.request, by, "mail/brief_answered.txt", fact.about(), "bureau:brief-edit", fact.brief)


def manager_answered(fact: ManagerAnswered, by: Actor, _at: datetime) -> None:
    """To who guards the request: a manager agrees to be named, or does not."""
    _to_owner(fact.request, by, "mail/consent_answered.txt", fact.about(), "bureau:choose-proposal", fact.proposal)


def question_asked(fact: QuestionAsked, by: Actor, _at: datetime) -> None:
    """To who guards the request: the client wants to know something before choosing."""
    _to_owner(fact.request, by, "mail/question_asked.txt", fact.about(), "bureau:choose-proposal", fact.proposal)


def candidate_taken(fact: CandidateTaken, by: Actor, _at: datetime) -> None:
    """To who guards the request: one of those proposed was chosen by another client."""
    _to_owner(fact.request, by, "mail/candidate_taken.txt", fact.about(), "bureau:choose-proposal", fact.proposal)


def candidate_gone(fact: CandidateGone, by: Actor, _at: datetime) -> None:
    """To who guards the request: one of those asked or proposed cannot come any more."""
    _to_owner(fact.request, by, "mail/candidate_gone.txt", fact.about(), "bureau:choose-proposal", fact.proposal)


def client_decided(fact: ProposalAccepted | ProposalDeclined, by: Actor, _at: datetime) -> None:
    """To who guards the request: the client chose, or chose nobody."""
    _to_owner(fact.request, by, "mail/proposal_decided.txt", fact.about(), "bureau:choose-proposal", fact.proposal)


def one_side_signed(fact: AgreementSigned, by: Actor, _at: datetime) -> None:
    """To who guards the request: one of two signatures is there."""
    _about_contract(fact, by, "mail/agreement_signed.txt")


def both_sides_signed(fact: ContractSigned | AmendmentSigned, by: Actor, _at: datetime) -> None:
    """To who guards the request: the assignment can begin."""
    _about_contract(fact, by, "mail/contract_signed.txt")


def manager_left(fact: ManagerLeft, by: Actor, _at: datetime) -> None:
    """To who guards the request: a replacement is needed."""
    has_died = Manager.objects.exclude(died_at=None).filter(code=fact.manager).exists()
    _about_contract(fact, by, "mail/manager_died.txt" if has_died else "mail/manager_left.txt")


def notice_given(fact: NoticeGiven, by: Actor, _at: datetime) -> None:
    """To who guards the request: a contract ends early, by ordinary notice."""
    _about_contract(fact, by, "mail/notice_given.txt")


def contract_over(fact: ContractLapsed | ContractWithdrawn, by: Actor, _at: datetime) -> None:
    """To who guards the request: what was chosen has no contract any more."""
    _about_contract(fact, by, "mail/contract_over.txt")


def framework_signed(fact: FrameworkSigned | FrameworkPaperKept, by: Actor, _at: datetime) -> None:
    """To who drew it up: the framework agreement holds."""
    _about_framework(fact, by, "mail/framework_signed.txt")


def framework_over(fact: FrameworkLapsed | FrameworkReplaced | FrameworkWithdrawn, by: Actor, _at: datetime) -> None:
    """To who drew it up: nobody signs it any more."""
    _about_framework(fact, by, "mail/framework_over.txt")


def _about_framework(fact: OfFramework, by: Actor, template: str) -> None:
    write_to_bureau(
        owner=guard_of_framework(fact.number),
        by=by,
        template=template,
        about=(fact.organisation,),
        link=link_to("bureau:contract-frameworks", fact.organisation),
        number=fact.number,
    )


def _about_contract(
    fact: AgreementSigned
    | AmendmentSigned
    | ContractSigned
    | ContractLapsed
    | ContractWithdrawn
    | ManagerLeft
    | NoticeGiven,
    by: Actor,
    template: str,
) -> None:
    number = contract_facts(fact.contract).number
    _to_owner(fact.request, by, template, fact.about(), "bureau:contract-contract", fact.contract, number=number)


def _to_owner(
    request: str, by: Actor, template: str, about: tuple[str, ...], page: str, code: str, *, number: str = ""
) -> None:
    owner = request_facts(request).owner
    write_to_bureau(owner=owner, by=by, template=template, about=about, link=link_to(page, code), number=number)


def assignment_started(fact: AssignmentStarted, by: Actor, _at: datetime) -> None:
    """To everybody who has a part in it: the first day has come."""
    row = assignment_of(fact.assignment, seen_by=HOUSE)
    template = "mail/assignment_started.txt"
    tell(row, Role.CLIENT, template=template, address="client:deliver-assignment")
    tell(row, Role.MANAGER, template=template, address="manager:deliver-assignment")
    _tell_shadow(row, template, "shadow:deliver-assignment", row.code)
    _tell_owner(row, by, template)


def start_held(fact: StartHeld, by: Actor, _at: datetime) -> None:
    """To who guards the assignment: the first day has come, and a gate is shut."""
    row = assignment_of(fact.assignment, seen_by=HOUSE, along=("contract",))
    _tell_owner(row, by, "mail/start_held.txt", link_to("bureau:deliver-gates", row.contract.code))


def gate_answered(fact: GateAnswered, by: Actor, _at: datetime) -> None:
    """To who guards the request: a client gave an answer before the start."""
    if by.role is Role.CLIENT:
        number = contract_facts(fact.contract).number
        page = "bureau:deliver-gates"
        _to_owner(fact.request, by, "mail/gate_answered.txt", fact.about(), page, fact.contract, number=number)


def feasibility_judged(fact: FeasibilityTested, by: Actor, _at: datetime) -> None:
    """To who guards the request: what the shadow manager found before the start."""
    number = contract_facts(fact.contract).number
    template = "mail/feasibility_judged.txt"
    _to_owner(fact.request, by, template, fact.about(), "bureau:deliver-gates", fact.contract, number=number)


def mandate_written(fact: MandateSet, _by: Actor, _at: datetime) -> None:
    """To the manager: what you decide and what you propose."""
    row = assignment_of(fact.assignment, seen_by=HOUSE)
    tell(row, Role.MANAGER, template="mail/mandate_set.txt", address="manager:deliver-assignment")


def plan_settled(fact: PlanAgreed | PlanSentBack, by: Actor, _at: datetime) -> None:
    """To who guards the assignment: the client has answered the plan."""
    _tell_owner(assignment_of(fact.assignment, seen_by=HOUSE), by, "mail/plan_settled.txt")


def week_reported(fact: WeekReported, _by: Actor, _at: datetime) -> None:
    """To the shadow manager: there is a report to look at, or one that asks for help."""
    row = assignment_of(fact.assignment, seen_by=HOUSE)
    asks = row.reports.filter(monday=fact.monday).exclude(help_wanted="").exists()
    template = "mail/week_help.txt" if asks else "mail/week_guarded.txt"
    _tell_shadow(row, template, "shadow:deliver-assignment", row.code)


def week_read(fact: ReportRead, _by: Actor, _at: datetime) -> None:
    """To the manager: the client has read the report."""
    row = assignment_of(fact.assignment, seen_by=HOUSE)
    tell(row, Role.MANAGER, template="mail/week_read.txt", address="manager:deliver-assignment")


def week_missed(fact: ReportMissed, by: Actor, _at: datetime) -> None:
    """To the manager and to who guards the assignment: last week has no report."""
    row = assignment_of(fact.assignment, seen_by=HOUSE)
    tell(row, Role.MANAGER, template="mail/week_late.txt", address="manager:deliver-report")
    _tell_owner(row, by, "mail/report_missing.txt")


def shadow_appointed(fact: ShadowAppointed, _by: Actor, _at: datetime) -> None:
    """To client and manager: a shadow manager looks on from now."""
    row = assignment_of(fact.assignment, seen_by=HOUSE)
    tell(row, Role.CLIENT, template="mail/shadow_named.txt", address="client:deliver-assignment")
    tell(row, Role.MANAGER, template="mail/shadow_named.txt", address="manager:deliver-assignment")


def door_changed(fact: PasswordChanged | FactorAdded | FactorRemoved, by: Actor, _at: datetime) -> None:
    """To whose account it is: a password or factor changed. What the bureau removed as lost has a mail of its own."""
    if isinstance(fact, FactorRemoved) and by.code != fact.account:
        return
    link = link_to("mfa_index")
    write_to_account(fact.account, template="mail/door_changed.txt", about=fact.about(), link=link)


def account_opened(fact: InvitationAccepted, by: Actor, _at: datetime) -> None:
    """To the bureau: somebody who was invited is in."""
    link = link_to("bureau:people-invite")
    write_to_bureau(by=by, template="mail/account_opened.txt", about=(fact.account,), link=link, only=Role.PARTNER)


def work_handed_on(fact: WorkHandedOn, by: Actor, _at: datetime) -> None:
    """To whoever guards it from now on: the work of a colleague who left is theirs."""
    template, link = "mail/work_handed_on.txt", link_to("bureau:home")
    write_to_bureau(owner=fact.owner, by=by, template=template, about=fact.about(), link=link)


def _tell_owner(row: Assignment, by: Actor, template: str, link: str = "") -> None:
    write_to_bureau(
        owner=row.owner.code if row.owner else "",
        by=by,
        template=template,
        about=objects_of(row),
        number=row.number,
        link=link or link_to("bureau:deliver-assignment", row.code),
    )


def _tell_shadow(row: Assignment, template: str, page: str, code: str) -> None:
    appointed = shadow_of(row.code)
    if appointed:
        write_to_account(
            appointed.account, template=template, about=objects_of(row), number=row.number, link=link_to(page, code)
        )
