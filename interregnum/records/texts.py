"""Words for a person: refusals, states and facts of what is kept of people."""

from django.utils.translation import gettext_lazy as _

from interregnum.records.states import AgeBand, Gender, RequestState, Wanted

WANTED = {Wanted.ACCESS: _("See my data"), Wanted.ERASURE: _("Be erased")}
STATES = {
    RequestState.UNCONFIRMED: _("Waits for the link in the mail"),
    RequestState.ASKED: _("With the bureau"),
    RequestState.MAKING: _("Being put together"),
    RequestState.READY: _("Ready to be fetched"),
    RequestState.REFUSED: _("Refused"),
    RequestState.ERASED: _("Erased"),
    RequestState.EXPIRED: _("Over"),
}
REFUSALS = {
    "records.asked_already": _("You have asked this already. You get an answer within the term that stands here."),
    "records.confirmed_already": _("This was confirmed already."),
    "records.decided_already": _("Somebody else has decided this already. Reload the page."),
    "records.assignment_runs": _("Assignment %(number)s is under way: hand it over or close it first."),
    "records.contract_open": _("Contract %(number)s waits for a signature: sign it or let it go first."),
    "records.invitation_open": _("An invitation waits for an answer: let it be answered first."),
    "records.proposal_open": _("This manager said yes to a proposal: let the client choose, or stop it first."),
    "records.held": _("A hold lies on this person or on something of theirs, so that nothing may go: lift it first."),
    "records.last_partner": _("This is the only partner. Give somebody else that role first."),
    "records.held_already": _("A hold lies on this already."),
    "records.not_held": _("No hold lies on this any more."),
    "records.link_over": _("This link is over: you answered already, or a newer one was sent."),
    "records.reason_needed": _("Say why: the person reads it."),
}
FACTS = {
    "DataAsked": _("Somebody asked for their own data or to be erased"),
    "DataGranted": _("A request for one's own data was granted"),
    "DataRefused": _("A request for one's own data was refused"),
    "PackageFetched": _("Somebody fetched their own data"),
    "PersonErased": _("A person was erased"),
    "ConsentRenewed": _("A manager wants to stay on the roster"),
    "HoldSet": _("A hold was laid on this"),
    "HoldLifted": _("A hold was lifted"),
    "TermsApplied": _("What had come to the end of its term was removed"),
}
DETAILS = {
    "DataAsked": lambda fact: WANTED[Wanted(fact["wanted"])],
    "DataRefused": lambda fact: WANTED[Wanted(fact["wanted"])],
    "TermsApplied": lambda fact: ", ".join(f"{name}: {count}" for name, count in fact["counts"].items()),
    "PersonErased": lambda fact: _("%(rows)s rows, %(files)s files") % fact,
}

AGES = {
    AgeBand.UNDER_40: _("under 40"),
    AgeBand.FORTIES: _("40 to 49"),
    AgeBand.FIFTIES: _("50 to 59"),
    AgeBand.OVER_60: _("60 or older"),
}
GENDERS = {Gender.WOMAN: _("woman"), Gender.MAN: _("man"), Gender.OTHER: _("neither, or otherwise")}
