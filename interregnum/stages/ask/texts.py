"""Words for a person: what was understood, what is still open, refusals and facts of this stage."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from interregnum.kernel.lists import Category, Need
from interregnum.kernel.money import Money
from interregnum.stages.ask.rules.states import RequestState
from interregnum.web.pieces import Definition, Tone
from interregnum.web.templatetags.web import day, euro
from interregnum.web.words import ROLE_MIX, word_of

STATES = {
    RequestState.HELD: _("Held as spam"),
    RequestState.THROWN_AWAY: _("Thrown away"),
    RequestState.RECEIVED: _("To be confirmed"),
    RequestState.REOPENED: _("Opened again"),
    RequestState.CONFIRMED: _("Confirmed"),
    RequestState.CLOSED: _("Answered"),
    RequestState.HANDED_OVER: _("Handed to an adviser"),
    RequestState.DECLINED: _("Not our trade"),
    RequestState.LOST: _("Lost"),
}
TONES = {
    RequestState.RECEIVED: Tone.WARN,
    RequestState.REOPENED: Tone.WARN,
    RequestState.CONFIRMED: Tone.GOOD,
    RequestState.LOST: Tone.BAD,
}
REFUSALS = {
    "ask.already_confirmed": _("Somebody has confirmed this request already. Reload the page to see what they chose."),
    "ask.judged_meanwhile": _(
        "A colleague said something else of this field meanwhile: it stands here now. Choose again."
    ),
    "ask.changed_meanwhile": _("A colleague changed a field meanwhile. Read what stands here now, and confirm again."),
    "ask.category_needed": _("Choose a category: an interim manager is looked for by it."),
    "ask.link_over": _("This link can no longer be used. Ask for a new one on this page."),
    "ask.intake_over": _("This request is settled: answers cannot change it any more. Call us if something is wrong."),
    "ask.not_confirmed": _("Confirm first what was understood of this request."),
    "ask.has_brief": _("There is a brief already. Reload the page to go to it."),
    "ask.only_a_partner": _("Only a partner lets a request pass that lacks something. Ask one, or fill in what lacks."),
    "ask.lacks_confirmed": _("Confirm first what was understood of this request."),
    "ask.lacks_category": _("The category is not known yet."),
    "ask.lacks_reasons": _("No reason has been confirmed yet."),
    "ask.lacks_owner_name": _("Nobody has been named who owns the problem."),
    "ask.lacks_owner_role": _("It is not known which function the problem owner has."),
    "ask.lacks_owner_hires": _("The problem owner buys or hires for somebody else. Ask who has the problem."),
    "ask.lacks_result": _("The client has not said in own words when it is a success."),
    "ask.reason_needed": _("Say why it was lost: the firm learns from it."),
    "ask.cannot_end": _("This request cannot be ended any more: it has ended, or its contract was drawn up."),
    "ask.cannot_reopen": _("This request has not ended, so there is nothing to open again."),
    "ask.no_such_owner": _("Choose somebody who works at the bureau."),
    "ask.released_already": _("Somebody has decided on this request already. Reload the page."),
    "ask.no_such_choice": _("This is not one of the choices. Reload the page and choose again."),
    "ask.too_long": _("This is longer than we can keep here. Shorten it to 20,000 characters."),
    "ask.no_number": _("This is no whole number that fits here."),
    "ask.no_rate": _("This is no amount. Write euros, for example 1100, and choose what they are paid for."),
    "ask.no_mix": _("The four roles add up to 100%. Fill in all four; nought is allowed."),
    "ask.no_day": _("This is no day. Write for example 2026-03-09."),
}
FACTS = {
    "QuestionSaved": _("A question and its answer were changed"),
    "VisitorAnswered": _("A visitor's question was dealt with"),
    "RequestReceived": _("The request came in"),
    "RequestHeld": _("The request was held as spam"),
    "RequestReleased": _("A person released the request"),
    "RequestThrownAway": _("The request was thrown away"),
    "TriageConfirmed": _("The request was confirmed"),
    "RequestClosed": _("The request was answered without a manager"),
    "FieldJudged": _("A field was confirmed or corrected"),
    "JudgementWithdrawn": _("A word on a field was withdrawn"),
    "IntakeAnswered": _("A question of the intake was answered"),
    "IntakePassed": _("Enough is known for a brief"),
    "RequestEnded": _("The request was ended"),
    "RequestReopened": _("The request was opened again"),
    "OwnerChanged": _("Somebody else guards the request"),
}
DETAILS = {
    "RequestReceived": lambda fact: f"{word_of(fact['category'], 'category')}, {word_of(fact['need'], 'need')}",
    "TriageConfirmed": lambda fact: ", ".join(str(FIELDS.get(name, name)) for name in fact["corrected"]),
    "RequestClosed": lambda fact: word_of(fact["need"], "need"),
    "FieldJudged": lambda fact: FIELDS.get(fact["field"], fact["field"]),
    "JudgementWithdrawn": lambda fact: FIELDS.get(fact["field"], fact["field"]),
    "IntakeAnswered": lambda fact: FIELDS.get(fact["field"], fact["field"]),
    "IntakePassed": lambda fact: fact["reason"],
    "RequestEnded": lambda fact: f"{STATES.get(fact['state'], fact['state'])} {fact['reason']}".strip(),
}
FIELDS: dict[str, Promise] = {
    "category": _("Category"),
    "second": _("Runner-up"),
    "need": _("What would help"),
    "reasons": _("Reasons"),
    "reason": _("Reasons"),
    "grounds": _("What is missing in house"),
    "ground": _("What is missing in house"),
    "level": _("Level"),
    "context": _("Context"),
    "disciplines": _("Disciplines"),
    "discipline": _("Disciplines"),
    "sector": _("Sub-sector"),
    "urgency": _("Urgency"),
    "start": _("Start"),
    "starts": _("Start"),
    "duration": _("Duration"),
    "weeks": _("Duration in weeks"),
    "days": _("Days a week"),
    "days_a_week": _("Days a week"),
    "place": _("Place"),
    "rate": _("Rate"),
    "role_mix": _("Role mix"),
    "not_right": _("What is not right, in your own words"),
    "organisation_name": _("Organisation"),
    "told": _("More about what is going on"),
    "owner_name": _("Problem owner"),
    "owner_role": _("Function of the problem owner"),
    "result": _("Result in own words"),
    "successor": _("Who inherits this"),
    "sponsor_hours": _("Time of the sponsor, hours a week"),
}
QUESTIONS = {
    "language": _("Can you tell it in Dutch or English? Those are the languages that we understand."),
    "problem": _("Can you tell us a little more about what is going on?"),
    "told": _("Can you tell us a little more about what is going on, in Dutch or English?"),
    "need": _("Is it advice that you need, or somebody who also decides and leads people?"),
    "category": _("What weighs most: a change, a gap to bridge, a project, a crisis, or knowledge you lack?"),
    "level": _("At which level will this person work, and who will they report to?"),
    "discipline": _("Which field is it about: finance, back office, sales, personnel, or another?"),
    "disciplines": _("Which field is it about: finance, back office, sales, personnel, or another?"),
    "reasons": _("Why do you look for somebody now?"),
    "grounds": _("What is missing in house: time and hands, or the experience?"),
    "result": _("When would you call it a success? What can be measured then?"),
    "successor": _("Who takes over when the interim manager leaves?"),
    "start": _("When should somebody start?"),
    "starts": _("When should somebody start?"),
    "duration": _("How long do you expect it to take?"),
    "weeks": _("How many weeks do you expect it to take?"),
    "days": _("How many days a week do you have in mind?"),
    "days_a_week": _("How many days a week do you have in mind?"),
    "sector": _("In which part of the market does your organisation work?"),
    "place": _("Where will the work be done?"),
    "rate": _("Which rate do you have in mind?"),
    "role_mix": _("How is the week to be divided over the four roles?"),
    "not_right": _("What is not right in what we understood?"),
    "owner_name": _("Whose problem is it? Who will be the commissioner of the assignment?"),
    "owner_role": _("Which function does that person have?"),
    "sponsor_hours": _("How many hours a week can the commissioner give to this assignment?"),
}
# Why a question is asked: what its answer would change.
BECAUSE = {
    "need": _("It decides whether you need a manager at all."),
    "category": _("It decides how the assignment is set up and whom we look for."),
    "level": _("It decides who will be listened to, and which screening applies."),
    "disciplines": _("It decides who knows the trade."),
    "result": _("Without it, you and the manager will differ on what is finished."),
    "successor": _("What nobody inherits is gone when the manager leaves."),
    "starts": _("It decides who is free in time."),
    "sector": _("It decides which rules and tests apply before the start."),
    "owner_name": _("An assignment without an owner of its problem fails; that is seldom the department that hires."),
    "sponsor_hours": _("A manager whose commissioner has no time gets no decisions."),
    "told": _("With a few sentences more we can say far more."),
}
# B1: the honest answer, before anybody has called.
ANSWERS: dict[str, Promise] = {
    Need.MANAGER: _("As we read it, advice alone is not enough: somebody must decide, lead people and carry it out."),
    Need.ADVISER: _("As we read it, advice is enough: an adviser can help you; you do not need an interim manager."),
    Need.ADVICE_FIRST: _("As we read it, advice comes first. After that it is clear whether a manager is needed."),
    Need.PERMANENT: _("As we read it, this is lasting work. A permanent appointment fits better than an interim one."),
    Need.NOT_NOW: _("As we read it, this is not the moment yet. We will gladly think along about what comes first."),
    Need.OUT_OF_SCOPE: _("As we read it, this is not something for our firm. We will say so, and whom you could ask."),
    Need.UNCLEAR: _("We cannot tell yet whether advice is enough. A short talk will make it clear."),
}
CATEGORY_MEANS = {
    Category.CHANGE: _("The organisation must work differently; somebody leads that until it holds."),
    Category.BRIDGING: _("A seat is empty; somebody takes it until the successor is there."),
    Category.PROJECT: _("A bounded task with an end; somebody brings it there."),
    Category.CRISIS: _("Trust, survival or supervision is at stake; somebody restores order first."),
    Category.EXPERTISE: _("Knowledge is missing in house; somebody brings it and hands it over."),
}
LEGS = {
    "proposal": _("We search and propose two or three managers"),
    "choice": _("You meet them and choose"),
    "contract": _("The contract is signed"),
    "screening": _("Screening of the manager"),
    "works_council": _("Advice of the works council"),
    "regulator": _("Suitability test by the regulator"),
}
LEGS_WHY = {
    "proposal": _("From the call to the proposal."),
    "choice": _("The sooner the talks are planned, the shorter this is."),
    "contract": _("Our agreement and that with the manager, with the guarantee in both."),
    "screening": _("Financial firms assess staff in integrity-sensitive posts before they start, temporary ones too."),
    "works_council": _(
        "Where there is one, it advises on the appointment of whoever directs the firm, also for a while."
    ),
    "regulator": _("DNB or AFM decides before a policymaker starts; each post is tested again."),
}
PER_WORDS = {
    "day": _("%(amount)s a day, excl. VAT"),
    "hour": _("%(amount)s an hour, excl. VAT"),
    "month": _("%(amount)s a month, excl. VAT"),
}
SPAM_SIGNS = {
    "trap": _("A field that people cannot see was filled in"),
    "quick": _("Sent faster than anybody can type"),
    "no_form": _("Sent without opening the form"),
    "markup": _("Markup of web pages in the text"),
    "links": _("Many links for so few words"),
    "link_as_name": _("A link in the place of a name"),
    "sold": _("Words of what is sold by such messages"),
}


def understood(
    values: Mapping[str, Any], disciplines: Mapping[str, str], sectors: Mapping[str, str]
) -> list[Definition]:
    """What was understood, in words; what was not said is left out."""
    names = ("category", "second", "reasons", "grounds", "level", "disciplines", "context", "sector")
    rows = [(FIELDS[name], in_words(name, values.get(name), disciplines, sectors)) for name in names]
    rows[1] = (_("Perhaps also"), rows[1][1])
    # A day goes before the words: it may have been put right, and the words were not.
    start = in_words("starts", values.get("starts"), {}, {}) or str(values.get("start_words") or "")
    rows += [(FIELDS["urgency"], in_words("urgency", values.get("urgency"), {}, {})), (FIELDS["start"], start)]
    rows += [(FIELDS[name], values.get(name) or "") for name in ("weeks", "days_a_week", "place")]
    rows += [(FIELDS[name], in_words(name, values.get(name), {}, {})) for name in ("rate", "role_mix")]
    return [Definition(label, value) for label, value in rows if value]


def rate_in_words(value: str) -> str:
    """Euros excl. VAT and what they are paid for; what was typed before amounts were checked stays as it stands."""
    amount, _space, per = value.partition(" ")
    try:
        words = PER_WORDS[per] % {"amount": euro(Money(amount))}
    except (KeyError, ArithmeticError):
        return value
    return words


def mix_in_words(value: Mapping[str, int]) -> str:
    """The four roles with their shares in percent."""
    parts = zip(ROLE_MIX, ("operational", "adviser", "coach", "change"), strict=True)
    return ", ".join(f"{name} {value[code]}%" for name, code in parts)


def in_words(field: str, value: Any, disciplines: Mapping[str, str], sectors: Mapping[str, str]) -> str:
    """A value of a field as a person reads it; nothing said is ""."""
    kinds = {"second": "category", "reasons": "reason", "grounds": "ground"}
    kind = kinds.get(field, field)
    match field:
        case _ if not value:
            return ""
        case "starts":
            return day(date.fromisoformat(value))
        case "disciplines":
            return ", ".join(disciplines.get(code, code) for code in value)
        case "sector":
            return sectors.get(value, value)
        case "reasons" | "grounds":
            return ", ".join(str(word_of(code, kind)) for code in value)
        case "rate" | "role_mix":
            return rate_in_words(value) if field == "rate" else mix_in_words(value)
        case "need" | "category" | "second" | "level" | "context" | "urgency":
            return str(word_of(value, kind))
    return str(value)
