"""What the client's agreement says. "We" is the firm, "you" is the client."""

from django.utils.translation import gettext_lazy as _

PARAGRAPHS = {
    "assignment.category": _(
        "You ask us to bring in an interim manager. The assignment is of this kind: %(category)s. "
        "We carry it out through %(manager)s, whom this agreement calls the manager."
    ),
    "assignment.problem": _("The problem to be solved:"),
    "assignment.result": _("The result that you want:"),
    "assignment.plan": _(
        "At the start the manager writes a plan of approach, in which each result has a baseline and a target that "
        "can be measured. The plan holds once you have agreed to it. We and the manager do what a good professional "
        "does to reach the results; nobody can promise what lies outside their influence."
    ),
    "term.period": _("The assignment runs from %(first)s up to and including %(last)s, %(days)s a week."),
    "term.longer": _("It ends then by itself. It lasts longer only when we both agree to that in writing."),
    "fee.rate": _(
        "You pay %(rate)s for each day worked, excluding VAT. A day is eight hours; part of a day counts in "
        "proportion. Only days that you have approved are invoiced."
    ),
    "fee.expenses": _(
        "Travel to and from your offices is included. Other expenses are invoiced at cost, and only when you agreed "
        "to them beforehand."
    ),
    "fee.payment": _("We send an invoice each month. You pay within %(payment)s of its date."),
    "working.1": _(
        "The manager acts within a written mandate: what the manager decides alone, what with your consent, and to "
        "whom the manager reports. You announce the mandate to the people concerned at the start."
    ),
    "working.2": _(
        "You give the manager the information, the access and the time of people that the assignment needs."
    ),
    "reporting.weekly": _(
        "Each week you get a short report on the results, the obstacles and the decisions that are needed. "
        "At agreed times there is a three-party review of the progress."
    ),
    "reporting.shadow": _(
        "We appoint an independent shadow manager. In the background, and in confidence, the shadow manager is a "
        "sounding board for the manager, and takes part in the reviews with you and the manager. You pay nothing "
        "extra for this."
    ),
    "reporting.none": _(
        "No shadow manager is appointed for this assignment. The reviews are held by you, the manager and us."
    ),
    "guarantee.right": _(
        "If you are dissatisfied with the manager, you choose: the manager is replaced, or this agreement is ended. "
        "You may do so at any time, by one press of a button in Interregnum. You need not prove a reason."
    ),
    "guarantee.replaced": _(
        "Replacement is at once and free of charge. You get two profiles within %(profiles_within)s. The manager "
        "whom you choose starts within %(start_within)s after your choice. The hand-over between the two managers "
        "takes at most %(handover)s and is at our cost."
    ),
    "guarantee.no_double": _(
        "You never pay two managers for the same day, and you pay no fee for the replacement itself. The day rate "
        "does not rise because of it."
    ),
    "guarantee.ended": _(
        "Ending is possible without notice, on the day that you choose. You pay only for days worked and accepted "
        "up to then. For days to come you owe no fee and no compensation."
    ),
    "guarantee.improvement": _(
        "You may first give the manager a plan of improvement of at most %(improvement)s. You are never obliged to."
    ),
    "guarantee.decision": _(
        "If you would rather talk first, somebody calls you the same day. Within %(decide_within)s you then choose "
        "between improvement, replacement and the end. The choice is yours alone."
    ),
    "guarantee.first": _(
        "This guarantee goes before the clause on notice. Where it applies we waive all that the law would give us "
        "for days to come (articles 7:408 and 7:411 of the Dutch Civil Code)."
    ),
    "notice.period": _(
        "Outside the guarantee, each of us may end this agreement early, in writing, with notice of %(notice)s."
    ),
    "interests.1": _(
        "Neither we nor the manager take a commission or other advantage from third parties because of the assignment."
    ),
    "interests.2": _(
        "The manager has told us of every interest that could clash with yours. "
        "If a new one arises, we tell you at once."
    ),
    "confidentiality.1": _(
        "We and the manager keep to ourselves what we learn about you, during the assignment and after it. You do the "
        "same with what you learn about us and the manager."
    ),
    "confidentiality.2": _(
        "Personal data are used for the assignment alone, by the GDPR, and are kept no longer than it needs."
    ),
    "handover.1": _(
        "From the first day the manager works on what must last: each change gets an owner among your own people, and "
        "knowledge is passed on to them."
    ),
    "handover.2": _(
        "At the end you get a written hand-over: results against targets, what is still open, and who carries it on. "
        "What the manager made for you is yours once it has been paid."
    ),
    "aftercare.1": _(
        "Three, six and twelve months after the end we ask you what has stuck and report it to you, at no extra cost."
    ),
    "law.1": _("Dutch law applies. We first talk a dispute over; after that the competent Dutch court decides."),
    "law.2": _(
        "This agreement is signed in Interregnum by typing one's full name. The name, the moment and the digital "
        "fingerprint (SHA-256) of this document are kept."
    ),
}
