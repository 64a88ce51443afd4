"""Every kind of mail that the house writes: to whom, what about, when by itself, and who may choose otherwise.

The name of a kind is that of its template. What is urgent leaves at any hour; all else waits for the end of the quiet
hours: the reader's own, or those of the firm for whoever never chose or has no account.
"""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from interregnum.kernel.actor import BUREAU, CLIENT_SIDE, READERS, Role

EVERYBODY = READERS | CLIENT_SIDE | {Role.MANAGER, Role.SHADOW}
CLIENT, MANAGER, SHADOW = (frozenset({role}) for role in (Role.CLIENT, Role.MANAGER, Role.SHADOW))
# Whoever has no account has nothing to choose.
VISITOR, PARTNER = frozenset({Role.VISITOR}), frozenset({Role.PARTNER})
ANYBODY = EVERYBODY | VISITOR
OF_LADDER = BUREAU | MANAGER | SHADOW
OF_REVIEWS = CLIENT | MANAGER | SHADOW


class When(StrEnum):
    AT_ONCE = "at_once"
    DIGEST = "digest"
    NEVER = "never"


@dataclass(frozen=True)
class Kind:
    """`is_fixed`: nobody can switch it off, for it opens a door, protects one, or the work cannot go on without it."""

    name: str
    roles: frozenset[Role]
    title: Promise
    when: When = When.AT_ONCE
    is_fixed: bool = False
    is_urgent: bool = False


_ROWS = (
    # The bureau
    Kind("request_received", BUREAU, _("A new request came in")),
    Kind("consent_answered", BUREAU, _("A manager agrees to be named to a client, or does not")),
    Kind("proposal_decided", BUREAU, _("A client chose from a proposal, or chose nobody")),
    Kind("brief_answered", BUREAU, _("A client approved a brief or sent it back")),
    Kind("question_asked", BUREAU, _("A client asks something about a proposal")),
    Kind("agreement_signed", BUREAU, _("One side signed a contract"), When.DIGEST),
    Kind("contract_signed", BUREAU, _("Both sides signed a contract")),
    Kind("manager_left", BUREAU, _("A manager cannot go on with an assignment"), is_fixed=True),
    Kind("manager_died", BUREAU, _("The manager of a contract has died"), is_fixed=True),
    Kind("manager_absent", BUREAU, _("A manager has been away for long"), is_fixed=True),
    Kind("notice_given", BUREAU, _("Ordinary notice of a contract was given"), is_fixed=True),
    Kind("contract_over", BUREAU, _("A contract was not signed in time, or was taken back")),
    Kind("framework_signed", BUREAU, _("A client signed a framework agreement")),
    Kind("framework_over", BUREAU, _("A framework agreement was not signed in time, or ended unsigned")),
    Kind("candidate_taken", BUREAU, _("A candidate in a proposal was chosen by another client")),
    Kind("candidate_gone", BUREAU, _("A candidate in a proposal cannot come any more"), is_fixed=True),
    Kind("plan_settled", BUREAU, _("A plan of approach was agreed or sent back"), When.DIGEST),
    Kind("start_held", BUREAU, _("An assignment cannot start yet"), is_fixed=True),
    Kind("gate_answered", BUREAU, _("A client gave an answer before the start")),
    Kind("feasibility_judged", BUREAU, _("A shadow manager tested an assignment before the start")),
    Kind("relation_due", BUREAU, _("A working relation is to be assessed anew"), is_fixed=True),
    Kind("relation_over", BUREAU, _("The assessment of a working relation is too old"), is_fixed=True),
    Kind("report_missing", BUREAU, _("A weekly report was not written in time"), When.DIGEST),
    Kind("application_came", BUREAU, _("An interim manager signed up")),
    Kind("account_opened", BUREAU, _("Somebody who was invited opened the account"), When.DIGEST),
    Kind("work_handed_on", BUREAU, _("The work of a colleague who left the bureau is yours"), is_fixed=True),
    Kind("factor_lost", BUREAU, _("Somebody lost their second factor"), is_fixed=True, is_urgent=True),
    Kind("factor_removed_of", BUREAU, _("A lost second factor was removed"), is_fixed=True),
    Kind("partner_proposed", PARTNER, _("Somebody is to become a partner and you may confirm it"), is_fixed=True),
    Kind("partner_changed", PARTNER, _("A partner was put out, or let in again"), is_fixed=True, is_urgent=True),
    Kind("data_asked", PARTNER, _("Somebody asks for their own data, or to be erased"), is_fixed=True),
    Kind("entry_released", PARTNER, _("Something confidential was released to the partners"), is_fixed=True),
    Kind("journal_broken", PARTNER, _("The journal does not hold"), is_fixed=True, is_urgent=True),
    Kind("choose_contested", BUREAU, _("A manager contests a choice"), is_fixed=True),
    Kind("choose_contest_due", BUREAU, _("A manager waits for an answer to what was contested"), is_fixed=True),
    # The client
    Kind("request_answered", CLIENT, _("Our answer to a request")),
    Kind("brief_offered", CLIENT, _("A brief waits for your approval"), is_fixed=True),
    Kind("choose_proposal", CLIENT, _("A proposal waits for your choice"), is_fixed=True),
    Kind("choose_taken", CLIENT, _("A manager in our proposal was chosen elsewhere"), is_fixed=True),
    Kind("choose_free", CLIENT, _("A manager in our proposal can be chosen again"), is_fixed=True),
    Kind("choose_gone", CLIENT, _("A manager in our proposal cannot come any more"), is_fixed=True),
    Kind("choose_taken_back", CLIENT, _("We took a proposal back"), is_fixed=True),
    Kind("choose_answered", CLIENT, _("We answered a question about a proposal"), is_fixed=True),
    Kind("plan_proposed", CLIENT, _("A plan of approach waits for you")),
    Kind("week_reported", CLIENT, _("A new weekly report")),
    Kind("hours_sent", CLIENT_SIDE, _("Hours wait for your approval"), is_fixed=True),
    Kind("hours_wait", CLIENT_SIDE, _("Hours still wait for your approval"), is_fixed=True),
    # The interim manager
    Kind("choose_invitation", MANAGER, _("We would like to name you to a client"), is_fixed=True),
    Kind("choose_chosen", MANAGER, _("A client has chosen you"), is_fixed=True),
    Kind("choose_not_chosen", MANAGER, _("A client has made another choice")),
    Kind("choose_stopped", MANAGER, _("A proposal with your name does not go on"), is_fixed=True),
    Kind("choose_contest_answered", MANAGER, _("The answer to what you contested"), is_fixed=True),
    Kind("mandate_set", MANAGER, _("A mandate was written down"), When.DIGEST),
    Kind("plan_agreed", MANAGER, _("Your plan of approach is agreed")),
    Kind("plan_sent_back", MANAGER, _("Your plan of approach came back")),
    Kind("week_due", MANAGER, _("On Thursday: the weekly report is still to be written")),
    Kind("week_late", MANAGER, _("On Monday: the weekly report of last week is missing")),
    Kind("week_read", MANAGER, _("The client has read your weekly report"), When.DIGEST),
    Kind("shadow_said", MANAGER, _("The shadow manager answers about an approach to resistance")),
    Kind("effect_due", MANAGER, _("What an approach to resistance did is asked")),
    Kind("hours_due", MANAGER, _("On Friday: the hours of the week are still to be sent")),
    Kind("hours_back", MANAGER, _("Hours came back from the client"), is_fixed=True),
    Kind("availability", MANAGER, _("From when are you free?"), is_fixed=True),
    Kind("pool_stay", MANAGER, _("Do you want to stay on the roster?"), is_fixed=True),
    Kind("declaration_due", MANAGER, _("Your declaration of interests"), is_fixed=True),
    Kind("insurance_ends", MANAGER, _("An insurance of yours ends soon"), is_fixed=True),
    # The shadow manager
    Kind("shadow_appointed", SHADOW, _("You are appointed as shadow manager"), is_fixed=True),
    Kind("week_help", SHADOW, _("An interim manager asks for your help in a weekly report")),
    Kind("week_guarded", SHADOW, _("A new weekly report on an assignment that you guard"), When.DIGEST),
    # Several
    Kind("sounding", MANAGER | SHADOW, _("Something waits in your confidential notebook")),
    Kind("sounding_ended", MANAGER, _("What you asked in confidence was closed"), is_fixed=True),
    Kind("sounding_off", MANAGER | SHADOW, _("A talk of interim manager and shadow manager is off"), is_fixed=True),
    Kind("sounding_talk", MANAGER | SHADOW, _("A talk of interim manager and shadow manager"), is_fixed=True),
    Kind("choose_moments", BUREAU | CLIENT, _("Moments for an acquaintance were proposed"), is_fixed=True),
    Kind("choose_talk", BUREAU | CLIENT | MANAGER, _("An acquaintance was planned"), is_fixed=True),
    Kind("choose_talk_off", BUREAU | CLIENT | MANAGER, _("An acquaintance does not go on"), is_fixed=True),
    Kind("contract_sign", CLIENT | MANAGER, _("A contract waits for your signature"), is_fixed=True),
    Kind("framework_sign", CLIENT, _("A framework agreement waits for your signature"), is_fixed=True),
    Kind("framework_remind", CLIENT, _("A framework agreement still waits for your signature"), is_fixed=True),
    Kind("framework_lapsed", CLIENT, _("A framework agreement was not signed in time"), is_fixed=True),
    Kind("framework_replaced", CLIENT, _("Another framework agreement came in place of one"), is_fixed=True),
    Kind("framework_withdrawn", CLIENT, _("A framework agreement was taken back"), is_fixed=True),
    Kind("contract_remind", CLIENT | MANAGER, _("A contract still waits for your signature"), is_fixed=True),
    Kind("contract_lapsed", CLIENT | MANAGER, _("A contract was not signed in time"), is_fixed=True),
    Kind("contract_ends", CLIENT | MANAGER, _("A contract ends on its last day"), is_fixed=True),
    Kind("fee_asked", CLIENT, _("A fee beside days waits for your answer"), is_fixed=True),
    Kind("fee_withdrawn", CLIENT, _("A fee beside days was taken back"), is_fixed=True),
    Kind("fee_answered", BUREAU, _("A client answered about a fee beside days")),
    Kind("contract_indexed", CLIENT | MANAGER, _("The rate of a contract is indexed"), is_fixed=True),
    Kind("contract_unindexed", CLIENT | MANAGER, _("An indexation was taken back"), is_fixed=True),
    Kind("contract_absent", CLIENT, _("Your manager has been away for long"), is_fixed=True),
    Kind("contract_notice", CLIENT | MANAGER, _("Ordinary notice of a contract was given"), is_fixed=True),
    Kind("contract_left", CLIENT, _("An interim manager cannot go on"), is_fixed=True),
    Kind("contract_leave", MANAGER, _("A contract ends early"), is_fixed=True),
    Kind("contract_withdrawn", CLIENT | MANAGER, _("A contract was taken back"), is_fixed=True),
    Kind("contract_code", CLIENT | MANAGER, _("The code to sign a contract with"), is_fixed=True, is_urgent=True),
    Kind("contract_complete", CLIENT | MANAGER, _("A contract is complete"), is_fixed=True),
    Kind("hours_silent", CLIENT_SIDE | MANAGER, _("Hours count as approved, because nobody answered"), is_fixed=True),
    Kind("assignment_opened", CLIENT | MANAGER, _("An assignment has a page of its own")),
    Kind("assignment_started", EVERYBODY, _("An assignment starts today"), When.DIGEST),
    Kind("shadow_named", CLIENT | MANAGER, _("A shadow manager guards an assignment from now on")),
    Kind("review_planned", OF_REVIEWS, _("A three-party review was planned"), is_fixed=True),
    Kind("review_moved", OF_REVIEWS, _("A three-party review was moved"), is_fixed=True),
    Kind("review_cancelled", OF_REVIEWS, _("A three-party review is off"), is_fixed=True),
    Kind("review_left", MANAGER | SHADOW, _("You no longer sit in a three-party review"), is_fixed=True),
    Kind("review_prepare", OF_REVIEWS, _("A three-party review is near and you have not prepared"), is_fixed=True),
    Kind("review_sign", OF_REVIEWS, _("The record of a three-party review waits for your signature"), is_fixed=True),
    Kind("review_corrected", SHADOW, _("The record of a three-party review is to be corrected"), is_fixed=True),
    Kind("review_skipped", BUREAU, _("A three-party review did not take place")),
    Kind("ladder_step", OF_LADDER, _("Signals ask for a step of the ladder of escalation"), is_fixed=True),
    Kind("ladder_guarantee", CLIENT, _("An assignment does not get better and you may choose"), is_fixed=True),
    Kind("shadow_resigned", BUREAU, _("An assignment has no shadow manager any more"), is_fixed=True),
    Kind("ladder_closed", OF_LADDER, _("An escalation was closed")),
    Kind("review_decided", BUREAU, _("A three-party review decided to replace or to stop"), is_fixed=True),
    Kind("guarantee_invoked", BUREAU | SHADOW, _("A client is not satisfied"), is_fixed=True, is_urgent=True),
    Kind("guarantee_received", CLIENT, _("Your guarantee was received"), is_fixed=True, is_urgent=True),
    Kind("guarantee_died", BUREAU | SHADOW, _("A manager under the guarantee has died"), is_fixed=True),
    Kind("guarantee_bankrupt", BUREAU, _("A client is bankrupt"), is_fixed=True),
    Kind("guarantee_unguarded", BUREAU, _("There is no shadow manager while a guarantee runs"), is_fixed=True),
    Kind("guarantee_room", BUREAU, _("Your proposal gave way to the guarantee"), is_fixed=True),
    Kind("guarantee_instead", CLIENT, _("Our earlier proposal gives way to your guarantee"), is_fixed=True),
    Kind("guarantee_named", CLIENT, _("A possible successor agreed to be named"), is_fixed=True),
    Kind("introduced_overlap", BUREAU, _("An introduced person shares a number or an address"), is_fixed=True),
    Kind("guarantee_stopped", CLIENT, _("The managers who were asked to succeed do not come"), is_fixed=True),
    Kind("guarantee_nobody", CLIENT, _("Nobody succeeds the manager any more"), is_fixed=True),
    Kind("guarantee_overdue", BUREAU, _("A promise under the guarantee is not kept"), is_fixed=True, is_urgent=True),
    Kind("guarantee_choose", CLIENT, _("Your guarantee waits for your choice"), is_fixed=True),
    Kind("invoice_sent", CLIENT, _("An invoice is ready for you"), is_fixed=True),
    Kind("invoice_reminder", CLIENT, _("An invoice is past its last day of payment"), is_fixed=True),
    Kind("expense_asked", CLIENT, _("A manager asks an expense of you")),
    Kind("expense_refused", MANAGER, _("A client refused an expense of yours"), is_fixed=True),
    Kind("payable_issued", MANAGER, _("We made an invoice in your name")),
    Kind("payable_returned", MANAGER, _("An invoice of yours came back"), is_fixed=True),
    Kind("payable_paid", MANAGER, _("An invoice of yours was paid")),
    Kind("payable_unpaid", MANAGER, _("An invoice of yours was not paid after all")),
    Kind("guarantee_ended", CLIENT, _("An assignment ends under your guarantee"), is_fixed=True),
    Kind("guarantee_manager", MANAGER, _("A client invoked the guarantee"), is_fixed=True),
    Kind("guarantee_hearing", MANAGER, _("The bureau wants to hear you about a guarantee"), is_fixed=True),
    Kind("guarantee_leaves", MANAGER, _("Your last day under a guarantee is known"), is_fixed=True),
    Kind("guarantee_settled", MANAGER, _("A client is content again"), is_fixed=True),
    Kind("aftercare_ask", CLIENT, _("What stayed of an assignment is asked"), is_fixed=True),
    Kind("aftercare_call", BUREAU, _("A client does not say what stayed"), is_fixed=True),
    Kind("relapse_decided", CLIENT | MANAGER, _("What is done about a result that slips"), is_fixed=True),
    Kind("handover_opened", CLIENT | MANAGER, _("The hand-over of an assignment begins"), is_fixed=True),
    Kind("document_sent", CLIENT, _("A hand-over document waits for you"), is_fixed=True),
    Kind("free_week", CLIENT, _("A week without the interim manager waits for you"), is_fixed=True),
    Kind("document_back", CLIENT | MANAGER, _("A hand-over document came back"), is_fixed=True),
    Kind("document_accepted", MANAGER, _("A hand-over document was accepted by both")),
    Kind("document_successor", ANYBODY, _("A successor reads what is handed over"), is_fixed=True),
    Kind("giving_back", CLIENT | MANAGER, _("What is given back at the end of an assignment is asked"), is_fixed=True),
    Kind("giving_back_open", CLIENT | MANAGER, _("Something was not given back yet"), is_fixed=True),
    Kind("case_asked", CLIENT, _("We would like to tell of an assignment, without names"), is_fixed=True),
    Kind("case_told", MANAGER, _("An assignment of yours may become a case"), is_fixed=True),
    Kind("case_answered", BUREAU, _("A client answered about a case, or withdrew it")),
    Kind("case_objected", BUREAU, _("A manager holds a case back")),
    Kind("record_changed", MANAGER, _("Your track record changed"), is_fixed=True),
    Kind("record_decided", MANAGER, _("The bureau decided about a line of your record"), is_fixed=True),
    Kind("record_contested", BUREAU, _("A line of a track record is contested")),
    Kind("invitation", EVERYBODY, _("An invitation to open your account"), is_fixed=True, is_urgent=True),
    Kind("role_taken", EVERYBODY, _("A role of yours was taken away"), is_fixed=True, is_urgent=True),
    Kind("account_closed", EVERYBODY, _("Your account was closed"), is_fixed=True, is_urgent=True),
    Kind("factor_removed", EVERYBODY, _("Your second factor was removed"), is_fixed=True, is_urgent=True),
    Kind("door_changed", EVERYBODY, _("Your password or second factor was changed"), is_fixed=True, is_urgent=True),
    Kind("password_reset_key", EVERYBODY, _("A link for a new password"), is_fixed=True, is_urgent=True),
    Kind("digest", EVERYBODY, _("The day's news in one mail"), is_fixed=True),
    # With an account or without
    Kind("ask_received", ANYBODY, _("The link to go on with a request"), is_fixed=True, is_urgent=True),
    Kind("ask_declined", CLIENT | VISITOR, _("A request is not our trade"), is_fixed=True),
    Kind("question_answered", VISITOR, _("Our answer to a question"), is_fixed=True),
    Kind("pulse_asked", ANYBODY, _("The pulse among employees asks how a change goes"), is_fixed=True),
    Kind("referee", VISITOR, _("A manager names you as referee"), is_fixed=True),
    Kind("application_confirm", ANYBODY, _("Confirm that you sign up"), is_fixed=True, is_urgent=True),
    Kind("application_declined", VISITOR, _("Our answer to your sign-up"), is_fixed=True),
    Kind("data_confirm", ANYBODY, _("Confirm a request for your own data"), is_fixed=True, is_urgent=True),
    Kind("data_ready", ANYBODY, _("Your own data can be fetched"), is_fixed=True),
    Kind("data_refused", ANYBODY, _("A request for your own data was refused"), is_fixed=True),
    # Its address is forgotten as soon as it has left.
    Kind("data_erased", ANYBODY, _("You were erased"), is_fixed=True, is_urgent=True),
    Kind("unknown_account", VISITOR, _("Nobody has an account at this address"), is_fixed=True, is_urgent=True),
)
KINDS: dict[str, Kind] = {kind.name: kind for kind in _ROWS}


def kind_of(template: str) -> Kind:
    """The kind of mail that a template is of: "mail/week_due.txt" is "week_due". Raises KeyError without a row."""
    return KINDS[template.rpartition("/")[2].removesuffix(".txt")]


def kinds_for(roles: frozenset[Role]) -> tuple[Kind, ...]:
    """What somebody in these roles may choose about; the day's news itself is nothing to choose."""
    return tuple(kind for kind in _ROWS if kind.roles & roles and not kind.is_urgent and kind.name != "digest")
