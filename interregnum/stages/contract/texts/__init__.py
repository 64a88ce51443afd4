"""Words for a person: states, refusals and facts of this stage; the wording of the clauses stands beside it."""

from django.utils.translation import gettext_lazy as _

from interregnum.people.texts import MANAGER_DIED
from interregnum.stages.contract.rules.absence import Choice
from interregnum.stages.contract.rules.ending import Leaving, Wish
from interregnum.stages.contract.rules.states import ContractState, Side
from interregnum.stages.contract.texts import clauses

SIDES = {Side.CLIENT: _("Agreement with the client"), Side.MANAGER: _("Agreement with the interim manager")}
STATES = {
    ContractState.DRAWN: _("To be signed"),
    ContractState.SIGNED: _("Signed"),
    ContractState.LAPSED: _("Lapsed"),
    ContractState.WITHDRAWN: _("Withdrawn"),
}
WISHES = {
    Wish.EXTEND: _("Extend the assignment"),
    Wish.HAND_OVER: _("Hand over to a successor, and stop"),
    Wish.STOP: _("Stop on the last day"),
}
LEAVING = {
    Leaving.RESIGNS: _("Ends the assignment"),
    Leaving.ILL: _("Long ill"),
    Leaving.OTHER: _("Cannot go on for another reason"),
}
# What the bureau may note besides.
LEAVING_NOTED = LEAVING | {Leaving.DIED: _("Has died")}
SEES = {
    "bureau": _("the bureau"),
    "client": _("the client"),
    "manager": _("the manager"),
    "shadow": _("the shadow manager"),
}
ABOUT_ABSENCE = {
    Choice.WAIT: _("Wait for the manager; ask me again later"),
    Choice.REPLACE: _("Look for a replacement: today is this manager's last day"),
}
WAITS_FOR = {Side.CLIENT: _("Waits for the client"), Side.MANAGER: _("Waits for the manager")}
SIGNED = {Side.CLIENT: _("The client signed"), Side.MANAGER: _("The interim manager signed")}
REFUSALS = {
    **MANAGER_DIED,
    "contract.ends_before_start": _("The contract would end before it starts."),
    "contract.days_impossible": _("A week has one to five working days."),
    "contract.rate_not_positive": _("A day rate is more than nothing."),
    "contract.rate_below_cost": _("The client's day rate is lower than the manager's."),
    "contract.not_your_side": _("This agreement is for the other side to sign."),
    "contract.not_ready": _("The document is still being made. Wait a moment and sign after you have read it."),
    "contract.not_your_turn": _(
        "The other side signs first. As soon as that is done we write to you, and you can sign here."
    ),
    "contract.lapsed": _("This contract was not signed in time and has lapsed. Call us: we can draw up a new one."),
    "contract.withdrawn": _("We have taken this contract back. Read above why, or call us."),
    "contract.reason_empty": _("Say why: both sides read it."),
    "contract.not_open": _("This contract is signed or has ended already. Reload the page to see how it stands."),
    "contract.still_open": _("This contract still stands. Take it back first."),
    "contract.drawn_already": _("A colleague has gone on with this already. Reload the page to see what was done."),
    "contract.starts_past": _("This day has passed. Choose today or a later day."),
    "contract.starts_free_day": _("Nobody works on this day: it is in a weekend or a holiday. Choose a working day."),
    "choose.manager_taken": _(
        "%(name)s has been chosen for another assignment in these weeks. Choose another first day, or look for "
        "somebody else."
    ),
    "contract.paper_ahead": _("A paper cannot be signed on a day that is still to come."),
    "contract.paper_too_old": _(
        "The document was drawn up later than this. Choose the day on which this paper was signed."
    ),
    "contract.entitled_empty": _("Say by what this person may sign: an extract of the trade register or a proxy."),
    "scan.too_large": _("This scan is larger than 10 MB. Scan it in grey, or at a lower resolution."),
    "scan.no_scan": _("This is no scan that we can keep. Choose a PDF, a PNG or a JPEG."),
    "scan.damaged": _("This file cannot be opened. Scan the paper once more."),
    "scan.locked": _("This PDF is locked with a password. Save it without one."),
    "scan.pages": _("This PDF has no pages, or more than sixty. Choose the scan of this agreement alone."),
    "contract.amend_unsigned": _("Only a contract that both sides have signed is amended. Wait for both signatures."),
    "contract.amend_left": _("The manager has left this contract: nothing of it is amended any more."),
    "contract.amends_left": _("The contract has ended for its manager: this amendment changes nothing any more."),
    "contract.amend_nothing": _("Nothing is changed yet. Change the last day, the days or a rate."),
    "contract.amend_past": _(
        "This day has passed: what was done is not changed any more. Choose today or a later day."
    ),
    "contract.amend_over": _(
        "The contract ended on %(day)s, and is amended no more. What goes on after it begins with a new request."
    ),
    "contract.amend_after_end": _("The contract has ended by then. Choose a day before its last one."),
    "contract.amend_ends_before": _("The new last day comes before the amendment holds. Choose a later day."),
    "contract.amend_reason_empty": _("Say why: both sides read it in the document."),
    "contract.decided_by_empty": _("Say who decided so: nothing is extended without a fresh decision."),
    "contract.amend_no_room": _(
        "%(name)s has another assignment in these weeks. Choose fewer days or an earlier last day."
    ),
    "contract.amend_open": _("Another amendment waits for signatures. Take it back first, or wait."),
    "contract.amend_indexed": _(
        "From that day on the rate is %(rate)s a day, as both sides were told of the index. Write that rate, another "
        "one, or an earlier day."
    ),
    "contract.index_unsigned": _("Only the rate of a signed contract is indexed. Open the contract itself."),
    "contract.index_no_clause": _("The client did not sign that the rate may be indexed: it stays as it is."),
    "contract.index_being_amended": _("An amendment waits for signatures. Take it back first, or wait."),
    "contract.index_nothing": _("A raise is more than nothing. Fill in a percentage."),
    "contract.index_above": _("The index rose by %(percent)s%%: the rate rises by no more than that."),
    "contract.index_too_early": _("By what was signed this can be from %(day)s at the earliest."),
    "contract.index_after_end": _("The contract runs until %(day)s. Choose an earlier day."),
    "contract.index_meanwhile": _("A colleague announced a raise from this day already. Reload the page."),
    "contract.index_begun": _("This raise holds already, or was taken back before. Reload the page."),
    "contract.wish_unsigned": _("Only of a signed contract this is asked. Reload the page to see how it stands."),
    "contract.wish_over": _("The contract has ended. What goes on after it begins with a new request of the client."),
    "contract.wish_left": _("The contract has ended for its manager already. Reload the page to see how it stands."),
    "contract.wish_said": _("Your side has answered already. Call us when it has become otherwise."),
    "contract.left_too_early": _(
        "Choose a day that is no more than two weeks ago, and not before the first day of the assignment."
    ),
    "contract.left_too_late": _("The assignment ends by itself on that day. Choose a day before its last one."),
    "contract.died_ahead": _("This day is still to come. Choose today, or the day on which the manager died."),
    "contract.left_already": _("This was recorded already. Reload the page to see how it stands."),
    "contract.absent_ended": _("The contract has ended for its manager. Reload the page to see how it stands."),
    "contract.absent_to_come": _("This day is still to come. Note it when it has."),
    "contract.absent_outside": _("On this day the assignment does not run. Choose a day of the assignment."),
    "contract.absent_already": _("It was noted already. Reload the page: the day stands there."),
    "contract.absent_over": _("The manager works again, as was noted already. Reload the page."),
    "contract.absent_not_long": _("There is nothing to choose now. Reload the page to see how it stands, or call us."),
    "contract.notice_unsigned": _("Only a signed contract is ended by notice. Reload the page to see how it stands."),
    "contract.notice_left": _("This contract has an earlier last day already. Go back to it: the day stands there."),
    "contract.notice_guarantee": _(
        "A guarantee is open about this assignment. Choose there how it goes on, or close it first."
    ),
    "contract.notice_before_start": _(
        "The assignment has not begun, so there is nothing to give notice of. Call us: we arrange it before the start."
    ),
    "contract.notice_over": _("The last day has passed: the contract has ended by itself. Nothing is left to do."),
    "contract.notice_too_late": _(
        "The contract ends by itself on %(day)s, before notice could take effect. Say instead how it goes on then."
    ),
    "contract.notice_too_early": _(
        "As signed, the notice is %(days)s days: %(day)s is the earliest last day. Choose that day or a later one."
    ),
    "contract.no_day": _("This is no day. Write for example 2026-03-09."),
    "contract.resigns_too_early": _(
        "As signed, the notice is %(days)s days: %(day)s is the earliest last day. Earlier only when the client "
        "agrees: the bureau asks, and writes down who did."
    ),
    "contract.name_empty": _("Type your first and last name to sign."),
    "contract.not_shown": _("A document cannot show these signs: %(signs)s. Write it in Latin letters."),
    "contract.framework_unreadable": _(
        "A document cannot show this: %(names)s. Write the name in Latin letters on the client's page, and draw it up "
        "again."
    ),
    "contract.framework_lapsed": _(
        "This framework agreement was not signed in time and has lapsed. Call us: we can draw up a new one."
    ),
    "contract.framework_withdrawn": _("We have taken this framework agreement back. Read above why, or call us."),
    "contract.framework_reason_empty": _("Say why: the client reads it."),
    "contract.framework_of_colleague": _(
        "%(name)s drew up framework agreement %(number)s, and it still waits. Ask %(name)s or a partner to do this."
    ),
    "contract.number_empty": _("Type the number that stands on the paper; without one, a few words to know it by."),
    "contract.number_taken": _("Another framework agreement has this number. Add something that tells them apart."),
    "contract.number_ours": _("Numbers like this are given here by themselves. Add something that tells them apart."),
    "contract.framework_not_open": _(
        "This framework agreement is signed or has ended already. Reload the page to see how it stands."
    ),
    "contract.already_signed": _("This agreement has been signed already."),
    "contract.other_version": _(
        "The document has become another one since you read it. Read it once more, and ask for a new code."
    ),
    "contract.code_none": _("No code was sent to you for this document. Have one mailed to you first."),
    "contract.code_expired": _("This code is over. Have a new one mailed to you."),
    "contract.code_spent": _("A wrong code was typed too often. Have a new one mailed to you."),
    "contract.code_wrong": _("This is not the code that we mailed to you. Tries that are left: %(left)s."),
    "contract.codes_too_many": _("You asked for a code several times within an hour. Wait a little, or call us."),
    "contract.no_authority": _(
        "We have not recorded yet that you may sign for %(client)s. Send us an extract of the trade register or a "
        "proxy, or call us: then you can do this here at once."
    ),
    "contract.only_jointly": _(
        "As recorded, you sign for %(client)s only together with somebody else. Let somebody do this here who may sign "
        "alone, or call us."
    ),
    "contract.asked_just_now": _("They were mailed less than an hour ago. Wait a little, or call them."),
    "contract.nobody_to_ask": _("There is nobody left to ask: both sides have signed, or the contract has ended."),
    "contract.unreadable": _(
        "The name still holds signs that a document cannot show. Write it in Latin letters with the client or the "
        "manager, and press the button again."
    ),
    "contract.no_signer": _("Choose a contact of this client with a mail address: add one on the client's page."),
    **clauses.REFUSALS,
}
FACTS = {
    "ContractDrawn": _("The contract was drawn up"),
    "AgreementSigned": _("An agreement was signed"),
    "PaperKept": _("An agreement was signed on paper, and its scan is kept"),
    "ContractSigned": _("The contract is complete: both sides have signed"),
    "AmendmentDrawn": _("An amendment was drawn up"),
    "RateIndexed": _("It was announced that the rate is indexed"),
    "RaiseWithdrawn": _("An indexation that was announced was taken back"),
    "AmendmentSigned": _("An amendment is complete: both sides have signed"),
    "EndWished": _("A side said what it wants when the last day comes near"),
    "EndRecorded": _("It was recorded that the contract ends on its last day"),
    "LeftEarlier": _("The manager cannot go on until the last day, which came earlier"),
    "ManagerLeft": _("The manager cannot go on, and a replacement is looked for"),
    "AbsenceNoted": _("It was noted that the manager cannot work"),
    "AbsenceOver": _("The manager works again"),
    "AbsenceAwaited": _("The client waits for the manager"),
    "NoticeGiven": _("Ordinary notice was given: the contract ends early"),
    "GuaranteeHonoured": _("The contract ends under the guarantee"),
    "ContractLapsed": _("The contract lapsed: it was not signed in time"),
    "ContractWithdrawn": _("The bureau took the contract back"),
    "SigningAsked": _("The bureau asked again for a signature"),
    "SigningCodeSent": _("A code to sign with was mailed"),
    "AgreementSealed": _("The firm sealed a signed document"),
    "FrameworkSealed": _("The firm sealed the framework agreement"),
    "FrameworkDrawn": _("A framework agreement was drawn up"),
    "FrameworkCodeSent": _("A code to sign the framework agreement with was mailed"),
    "FrameworkSigned": _("The client signed the framework agreement"),
    "FrameworkPaperKept": _("The framework agreement was signed on paper, and its scan is kept"),
    "FrameworkLapsed": _("The framework agreement lapsed: it was not signed in time"),
    "FrameworkReplaced": _("Another framework agreement was drawn up before this one was signed"),
    "FrameworkWithdrawn": _("The bureau took the framework agreement back"),
    "ClauseWritten": _("A new version of a clause was written"),
}
DETAILS = {
    "AgreementSigned": lambda fact: SIGNED[Side(fact["side"])],
    "PaperKept": lambda fact: SIGNED[Side(fact["side"])],
    "ClauseWritten": lambda fact: f"{fact['clause']} {fact['version']}",
}
CONSENT = _("I have read the document and agree to it. With my name and the code from my mail I sign it.")
# Why an amendment was taken back that waited when the manager left.
AMENDS_LEFT = _("The assignment ends for this manager. The amendment had nothing left to change.")

# What a scan is, and is not.
PAPER = _(
    "Signed on paper; we keep the scan. This is not a signature in the browser: we saw no code and no account, and the "
    "seal says no more than that this scan was kept with this document."
)
# The level of a signature here, by Regulation (EU) 910/2014 (eIDAS), articles 3(10), 25 and 36; Civil Code 3:15a.
LEVEL = _(
    "Under the European eIDAS regulation this is a simple electronic signature of a person. It is not a qualified "
    "signature: where the law asks for that, call us."
)
