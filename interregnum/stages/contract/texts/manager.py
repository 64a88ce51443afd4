"""What the manager's agreement says: the mirror of the client's. "We" is the firm, "you" is the manager."""

from django.utils.translation import gettext_lazy as _

PARAGRAPHS = {
    "assignment.category": _(
        "We ask you to carry out an assignment for %(client)s, whom this agreement calls the client. "
        "It is of this kind: %(category)s."
    ),
    "assignment.problem": _("The problem to be solved:"),
    "assignment.result": _("The result that the client wants:"),
    "assignment.plan": _(
        "At the start you write a plan of approach, in which each result has a baseline and a target that can be "
        "measured. The plan holds once the client has agreed to it. You do what a good professional does to reach "
        "the results."
    ),
    "term.period": _("The assignment runs from %(first)s up to and including %(last)s, %(days)s a week."),
    "term.longer": _("It ends then by itself. It lasts longer only when we both agree to that in writing."),
    "fee.rate": _(
        "We pay you %(rate)s for each day worked, excluding VAT. A day is eight hours; part of a day counts in "
        "proportion. You are paid for the days that the client has approved."
    ),
    "fee.expenses": _(
        "Travel to and from the client's offices is included. Other expenses are paid at cost, and only when we "
        "agreed to them beforehand."
    ),
    "fee.payment": _(
        "You send an invoice each month. We pay within %(payment)s of its date, whether or not the client has paid us."
    ),
    "working.1": _(
        "You work as an independent professional, at your own expense and risk, and decide yourself how you do the "
        "work. You may work for others as long as this assignment does not suffer from it."
    ),
    "working.2": _(
        "You act within a written mandate: what you decide alone, what with the client's consent, and to whom you "
        "report. If the mandate proves too narrow you say so at once."
    ),
    "reporting.weekly": _(
        "Each week you report briefly on the results, the obstacles and the decisions that are needed. "
        "At agreed times you take part in a three-party review of the progress."
    ),
    "reporting.shadow": _(
        "We appoint an independent shadow manager, who is a sounding board for you on matters outside your own field "
        "and takes part in the reviews. What you two say to each other in confidence, "
        "neither the client nor we can read."
    ),
    "reporting.none": _(
        "No shadow manager is appointed for this assignment. The reviews are held by you, the client and us."
    ),
    "guarantee.right": _(
        "The client has a guarantee: a client who is dissatisfied may at any time have you replaced or end the "
        "assignment, without proving a reason. You accept that, and this clause mirrors it."
    ),
    "guarantee.heard": _(
        "You hear of it the same day, and you are heard before anything is noted in your record. This does not delay "
        "the client's choice."
    ),
    "guarantee.replaced": _(
        "If the client chooses replacement, your successor can be chosen from profiles shown within "
        "%(profiles_within)s and starts within %(start_within)s after that choice. This agreement ends when your "
        "successor has taken over. You hand over to your successor carefully, for at most %(handover)s; we pay these "
        "days at your day rate."
    ),
    "guarantee.no_future": _(
        "Days that you worked and the client approved are always paid. For days to come there is no fee and no "
        "compensation."
    ),
    "guarantee.ended": _(
        "If the client chooses to end, this agreement ends without notice, on the same day as the client's."
    ),
    "guarantee.improvement": _(
        "The client may first ask for a plan of improvement of at most %(improvement)s, and otherwise chooses within "
        "%(decide_within)s. You cannot demand such a plan."
    ),
    "guarantee.first": _(
        "This clause goes before the clause on notice. Where it applies you waive all that the law would give you for "
        "days to come (articles 7:408 and 7:411 of the Dutch Civil Code)."
    ),
    "notice.period": _(
        "Outside the guarantee, each of us may end this agreement early, in writing, with notice of %(notice)s. If the "
        "client ends the assignment early with notice, this agreement ends on the same day."
    ),
    "interests.1": _("You take no commission or other advantage from third parties because of the assignment."),
    "interests.2": _(
        "You have told us of every interest that could clash with the client's. "
        "If a new one arises, you tell us at once."
    ),
    "confidentiality.1": _(
        "You keep to yourself what you learn about the client and about us, during the assignment and after it. We do "
        "the same with what we learn about you."
    ),
    "confidentiality.2": _(
        "Personal data are used for the assignment alone, by the GDPR, and are kept no longer than it needs."
    ),
    "handover.1": _(
        "From the first day you work on what must last: each change gets an owner among the client's own people, and "
        "you pass your knowledge on to them."
    ),
    "handover.2": _(
        "At the end you write a hand-over: results against targets, what is still open, and who carries it on. What "
        "you made for the client belongs to the client once it has been paid; your own tools remain yours."
    ),
    "aftercare.1": _(
        "Three, six and twelve months after the end we ask the client what has stuck. You answer questions about it; "
        "the outcome counts in your track record."
    ),
    "law.1": _("Dutch law applies. We first talk a dispute over; after that the competent Dutch court decides."),
    "law.2": _(
        "This agreement is signed in Interregnum by typing one's full name. The name, the moment and the digital "
        "fingerprint (SHA-256) of this document are kept."
    ),
}
