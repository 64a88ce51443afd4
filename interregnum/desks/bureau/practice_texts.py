"""The human names of the practice's values and of their parts, and how a value is shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from interregnum.desks.bureau.practice_parts import PARTS
from interregnum.desks.bureau.practice_pulse import PULSE
from interregnum.desks.bureau.practice_sources import SOURCES
from interregnum.people.practice import DatedValue, ParameterLine
from interregnum.stages.choose.texts import CRITERIA
from interregnum.web.pieces import Definition
from interregnum.web.words import ASSURANCE, CATEGORY, ROLE_MIX, URGENCY

GROUPS: dict[str, Promise] = {
    "invitation": _("Invitations"),
    "ask": _("Request"),
    "brief": _("Brief"),
    "choose": _("Shortlist and proposal"),
    "contract": _("Contract"),
    "deliver": _("Assignment"),
    "pulse": _("Pulse among employees"),
    "ensure": _("Shadow manager"),
    "learn": _("Track record and proof"),
    "invoice": _("Invoice"),
    "records": _("What is kept of people"),
    "people": _("Roster"),
}
NAMES: dict[str, Promise] = {
    "invitation.valid_days": _("Days that an invitation can be used"),
    "ask.office_hours": _("Hours on which somebody calls back"),
    "ask.link_days": _("Days that the link to an intake can be used"),
    "ask.path.proposal": _("Days from the first call to a proposal"),
    "ask.path.choice": _("Days in which a client chooses"),
    "ask.path.contract": _("Days until the contract is signed"),
    "ask.path.screening": _("Days that screening takes"),
    "ask.path.works_council": _("Days that the advice of a works council takes"),
    "ask.path.regulator": _("Days that the regulator's suitability test takes"),
    "ask.path.long_assignment": _("Weeks from which an assignment counts as long"),
    "ask.spam": _("When a request is held as spam"),
    "ask.most_requests": _("Requests that one sender can send"),
    "ask.questions_kept_days": _("Days that questions of visitors are kept"),
    "brief.days_a_week": _("Days a week, unless said otherwise"),
    "brief.high_value": _("Euros from which an assignment is watched more closely"),
    "choose.margin_percent": _("Margin on the manager's rate, in percent"),
    "choose.shortlist_size": _("Managers on a shortlist"),
    "choose.most_proposed": _("Candidates proposed at most"),
    "choose.bias_decisions": _("Choices looked at to see whether a person still decides"),
    "choose.bias_percent": _("Percent of choices that may simply follow the list"),
    "choose.contest_days": _("Days in which a manager may contest a choice"),
    "choose.contest_answer_days": _("Days in which another person answers that"),
    "choose.contest_remind_days": _("Days before that in which whoever must answer is reminded"),
    "choose.warn_candidates": _("Candidates above which a proposal warns"),
    "choose.warn_rounds": _("Rounds above which a proposal warns"),
    "choose.decision_days": _("Working days after which a client's decision is slow"),
    "choose.least_in_group": _("Fewest people of whom a share is judged"),
    "choose.screening_valid_days.conduct": _("Days that a certificate of conduct holds"),
    "choose.screening_valid_days.employment": _("Days that pre-employment screening holds"),
    "choose.screening_valid_days.suitability": _("Days that the regulator's decision on suitability holds"),
    "contract.notice_days": _("Days of notice"),
    "contract.payment_days": _("Days in which an invoice is paid"),
    "contract.manager_first": _("The interim manager signs before the client"),
    "contract.remind_days": _("Days until a signature is asked for again"),
    "contract.lapse_days": _("Days until an unsigned contract lapses"),
    "contract.end_weeks": _("Weeks before the last day in which the desks ask how it goes on"),
    "contract.code_minutes": _("Minutes that a code to sign with works"),
    "contract.code_tries": _("Tries that a code to sign with allows"),
    "contract.codes_an_hour": _("Codes to sign with that somebody gets in an hour"),
    "contract.guarantee": _("Terms of the guarantee"),
    "contract.terms": _("Terms of the other clauses"),
    "contract.hours_silence_days": _("Working days of silence that approve hours in a new contract; 0: never"),
    "contract.services_index_tenths": _("By how much the services price index rose in a year, in tenths of a percent"),
    "contract.indexation": _("How often a rate is indexed, and how long before that is told"),
    "contract.paid_when_paid_days": _(
        "Days that a manager waits for the client's payment at the longest, in a new contract; 0: never"
    ),
    "contract.expenses_included": _("A new contract says that the rate includes all expenses"),
    "contract.expenses_month_cap": _(
        "Euros of expenses a month, excluding VAT, that a new contract lets pass on at most; 0: no limit"
    ),
    "deliver.day_hours": _("Hours in a contracted day"),
    "deliver.hours_remind_days": _("Days until who approves hours is reminded"),
    "deliver.plan_due_days": _("Days until the plan is presented"),
    "deliver.announce_within_days": _("Days until the mandate is announced"),
    "deliver.gate_days": _("Days that each gate before a start usually takes"),
    "deliver.relation_again_days": _("Days after which the working relation is assessed anew"),
    "deliver.relation_remind_days": _("Days before which a new assessment of the working relation is asked for"),
    "deliver.relation_points": _("From how many signs a working relation is not simply in order"),
    "deliver.group_floor": _("People of whom others read together at least where commitment is told (never below 5)"),
    "deliver.effect_days": _("Days after which the effect of an approach to resistance is asked"),
    "deliver.readiness_low": _("Score up to which a step of readiness holds a group up"),
    "deliver.odds_above": _("Odds scores from which a change is in doubt"),
    "deliver.signals": _("When a signal is given"),
    "deliver.signal_bounds": _("From when on a signal is amber or red"),
    "deliver.signal_windows": _("Over how long signals look"),
    "ensure.ladder": _("The ladder of escalation"),
    "ensure.introduced": _("Declaring introduced persons"),
    "ensure.most_assignments": _("Assignments that a shadow manager guards at most"),
    "ensure.review_weeks.assurance": _("Weeks between three-party reviews, by assurance; 0: none"),
    "ensure.review_weeks.category": _("Weeks between three-party reviews at most, by category"),
    "ensure.review_landing_days": _("Days after the start of the three-party review about landing"),
    "ensure.review_ahead_days": _("Days ahead for which three-party reviews are planned"),
    "ensure.review_notice_days": _("Days of notice that a new three-party review gives at least"),
    "ensure.review_prepare_days": _("Days before a three-party review in which who has not prepared is asked"),
    "ensure.review_grace_days": _("Days after which a three-party review that nobody began was skipped"),
    "ensure.review_signals": _("When a three-party review gives a signal"),
    "guarantee.clock": _("What the firm promises itself when a client is not satisfied"),
    "learn.deadlock_days": _("Days past its day from which a decision that is taken counts as a deadlock broken"),
    "learn.manager_first_days": _("Days that a manager reads a new line of the record before the bureau"),
    "learn.confirmed_tenths": _("Score of a client that confirms a case, in tenths"),
    "learn.shrink_strength": _("Assignments of the firm's mean that few assignments are held against"),
    "learn.least_lines": _("Fewest cases of which a figure is shown"),
    "learn.case_bounds": _("What a case tells: clients that share it, figures in a row, and from which size"),
    "learn.case_days": _("Days of a case: the reminder, the consent of its client, and what nobody agreed to"),
    "learn.cases_a_proposal": _("Cases that stand with a proposal at most"),
    "learn.review_days": _("Days after its day within which a review is on time"),
    "learn.market.shortlist_hours": _("In the market: hours from request to shortlist"),
    "learn.market.start_days": _("In the market: days from request to first day"),
    "learn.market.first_result_days": _("In the market: days from first day to first result"),
    "learn.market.client_tenths": _("In the market: score of the client, in tenths"),
    "guarantee.standby_weeks": _("Weeks that a manager who stands by for a client does so without being asked anew"),
    "handover.index_weights": _("What counts in the future-proof index"),
    "handover.gate": _("When a manager may leave"),
    "handover.first_days": _("Days that the calendar of a hand-over document covers, and when results are measured"),
    "handover.free_week": _("The last part of a term, in which the manager is away for a week"),
    "handover.silent_days": _("Days after which an unanswered hand-over document is asked again, and the firm calls"),
    "handover.evaluation_days": _("Days after the end in which the three are still asked how it went"),
    "handover.giving_back": _("When is asked, and asked again, what is given back at the end"),
    "keep.months": _("Months after the end at which is asked what stayed"),
    "keep.days": _("Days within which the question what stayed is answered"),
    "invoice.client_wait_days": _("Days that a manager waits at the longest where payment follows the client's"),
    "invoice.ageing_days": _("Days late at which the ages of what is open part"),
    "invoice.forecast_weeks": _("Weeks of which is shown what is expected from clients"),
    "invoice.expense_reason_above": _("Euros incl. VAT above which an expense needs a reason"),
    "invoice.ledger_accounts": _("Numbers of the accounts in the journal for the accountant"),
    "invoice.ledger_accounts_beside": _("Numbers of the other accounts: managers, and what is earned and not billed"),
    "invoice.vat_return": _("When VAT is paid"),
    "invoice.interest_percent": _("Statutory commercial interest, in percent a year"),
    "invoice.large_payment_days": _("Days in which a large company pays by law"),
    "invoice.reminder_days": _("Days after the last day of payment on which a client is reminded"),
    "invoice.vat_percent": _("VAT, in percent"),
    "people.availability_weeks": _("Weeks after which a manager is asked anew when they are free"),
    "people.duplicate_points": _("What counts for two profiles being one person"),
    "people.duplicate_from": _("Points from which two profiles are shown as perhaps one person"),
    "people.declaration_months": _("Months after which a manager is asked for a new declaration of interests"),
    "people.insurance_remind_days": _("Days before an insurance of a manager ends at which they are reminded"),
    "records.readings_months": _("Months after the last day that readings of signals stay"),
    "records.answer_months": _("Months in which a request for one's own data is answered"),
    "records.remind_days": _("Days before that term at which the bureau is reminded"),
    "records.application_days": _("Days that is kept who signed up and did not come on the roster"),
    "records.package_days": _("Days that a package of one's own data can be fetched"),
    "records.rejected_days": _("Days that is kept why a manager was put forward and not chosen"),
    "records.unasked_days": _("Days that a profile stays without consent, in which the manager is asked"),
    "records.pool_months": _("Months that a profile stays on the roster without new consent"),
    "records.pool_remind_days": _("Days before that end at which consent is asked anew"),
    "records.mail_days": _("Days that the text of a sent mail is kept"),
    "records.failed_mail_days": _("Days that the text of a mail is kept that could not be sent"),
    "records.import_days": _("Days that an uploaded sheet is kept"),
    "records.cv_days": _("Days that a CV is kept of which nothing was taken over"),
    "records.idle_request_months": _("Months that a request is kept that led to nothing"),
    "records.invitation_days": _("Days that an invitation is kept after its end"),
    "records.form_days": _("Days that is kept that a form was sent"),
    "records.data_request_months": _("Months that a request for one's own data is kept"),
    "records.signing_address_months": _("Months that the network address of a signature is kept"),
    "records.notebook_months": _("Months after an assignment that its confidential notebook is kept"),
    **PULSE,
    "records.stances_months": _("Months after an assignment that is kept who stood where"),
    "records.fiscal_years": _("Years that contracts are kept after their book year"),
}
# A name that ends in a category or an urgency: the rest of the name, and what comes of it.
FAMILIES: dict[str, Promise] = {
    "ask.call_within_hours": _("Working hours until somebody calls: %(of)s"),
    "brief.role_mix": _("Role mix, in percent: %(of)s"),
    "brief.weeks": _("Duration in weeks: %(of)s"),
    "brief.assurance": _("Assurance: %(of)s"),
    "brief.start_after_days": _("Days until the start: %(of)s"),
    "choose.weights": _("Weights of the criteria: %(of)s"),
    "choose.slack_days": _("Days that a start may be later: %(of)s"),
}


def name_of(name: str) -> str:
    """The human name of a value; a value without one shows its own name."""
    family, _dot, last = name.rpartition(".")
    if family in FAMILIES:
        words: dict[Any, Promise] = {**CATEGORY, **URGENCY}
        return str(FAMILIES[family]) % {"of": str(words.get(last, last)).lower()}
    return str(NAMES.get(name, name))


def name_of_part(name: str, key: str) -> str:
    """The label of one part of a value: a criterion, a role, a term."""
    if name.startswith("brief.role_mix."):
        return str(ROLE_MIX[int(key)])
    if name.startswith("ensure.review_weeks."):
        return str({**CATEGORY, **ASSURANCE}[key])  # type: ignore[index]
    if not key:
        return gettext("New value")
    return str(CRITERIA.get(key) or PARTS.get(key) or key.replace("_", " ").capitalize())


@dataclass(frozen=True)
class ShownValue:
    """A dated value as a page prints it: one word or number, or parts with their names."""

    valid_from: object
    text: object
    parts: tuple[Definition, ...]
    source: str
    changed_by: str


@dataclass(frozen=True)
class ShownParameter:
    name: str
    url: str
    today: ShownValue | None
    coming: tuple[ShownValue, ...]
    before: tuple[ShownValue, ...]


@dataclass(frozen=True)
class Group:
    """The values of one part of the practice."""

    title: object
    lines: tuple[ShownParameter, ...]


def group_lines(lines: Iterable[ParameterLine]) -> tuple[Group, ...]:
    """All values under the headings of the practice, in the order of an assignment's life."""
    order = list(GROUPS)

    def place(line: ParameterLine) -> tuple[int, str]:
        group = line.name.partition(".")[0]
        return (order.index(group) if group in order else len(order), group)

    grouped = groupby(sorted(lines, key=place), key=place)
    return tuple(Group(GROUPS.get(group, group), tuple(map(_shown, of))) for (_number, group), of in grouped)


def _shown(line: ParameterLine) -> ShownParameter:
    return ShownParameter(
        name=name_of(line.name),
        url=f"{reverse('bureau:parameters')}?name={line.name}",
        today=shown_value(line.name, line.today) if line.today else None,
        coming=tuple(shown_value(line.name, value) for value in line.coming),
        before=tuple(shown_value(line.name, value) for value in line.before),
    )


def shown_value(name: str, dated: DatedValue) -> ShownValue:
    value = dated.value
    text: object = value
    parts: tuple[Definition, ...] = ()
    if isinstance(value, dict):
        text, parts = "", tuple(Definition(name_of_part(name, key), part) for key, part in value.items())
    elif isinstance(value, list):
        text = " / ".join(map(str, value))
        parts = tuple(Definition(name_of_part(name, str(at)), part) for at, part in enumerate(value))
    elif name.startswith("brief.assurance."):
        text = ASSURANCE.get(value, value)
    return ShownValue(dated.valid_from, text, parts, source_in_words(dated.source), dated.changed_by)


def source_in_words(source: str) -> str:
    """Where a value comes from: translated when the software came with it, else as a partner wrote it."""
    if source.startswith("docs/"):
        return gettext("Described in %(document)s") % {"document": source}
    return gettext(source) if source in SOURCES else source
