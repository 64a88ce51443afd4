"""Words for a person: what was understood, what is still open, refusals and facts of this stage."""

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from interregnum.kernel.lists import Need
from interregnum.stages.ask.rules.states import RequestState
from interregnum.web.pieces import Definition
from interregnum.web.words import word_of

STATES = {
    RequestState.RECEIVED: _("To be confirmed"),
    RequestState.CONFIRMED: _("Confirmed"),
    RequestState.CLOSED: _("Answered"),
}
REFUSALS = {
    "ask.already_confirmed": _("Somebody has confirmed this request already. Reload the page to see what they chose."),
    "ask.category_needed": _("Choose a category: an interim manager is looked for by it."),
}
FACTS = {
    "RequestReceived": _("The request came in"),
    "TriageConfirmed": _("The request was confirmed"),
    "RequestClosed": _("The request was answered without a manager"),
}
DETAILS = {
    "RequestReceived": lambda fact: f"{word_of(fact['category'], 'category')}, {word_of(fact['need'], 'need')}",
    "TriageConfirmed": lambda fact: ", ".join(str(FIELDS.get(name, name)) for name in fact["corrected"]),
    "RequestClosed": lambda fact: word_of(fact["need"], "need"),
}
FIELDS: dict[str, Promise] = {
    "category": _("Category"),
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
    "duration": _("Duration"),
    "days": _("Days a week"),
    "organisation_name": _("Organisation"),
}
QUESTIONS = {
    "language": _("Can you tell it in Dutch or English? Those are the languages that we understand."),
    "problem": _("Can you tell us a little more about what is going on?"),
    "need": _("Is it advice that you need, or somebody who also decides and leads people?"),
    "category": _("What weighs most: a change, a gap to bridge, a project, a crisis, or knowledge you lack?"),
    "level": _("At which level will this person work, and who will they report to?"),
    "discipline": _("Which field is it about: finance, back office, sales, personnel, or another?"),
    "result": _("When would you call it a success? What can be measured then?"),
    "successor": _("Who takes over when the interim manager leaves?"),
    "start": _("When should somebody start?"),
    "duration": _("How long do you expect it to take?"),
    "days": _("How many days a week do you have in mind?"),
    "sector": _("In which part of the market does your organisation work?"),
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


def understood(
    values: Mapping[str, Any], disciplines: Mapping[str, str], sectors: Mapping[str, str]
) -> list[Definition]:
    """What was understood, in words; what was not said is left out."""
    second = values.get("second")
    rows = [
        (FIELDS["category"], word_of(values["category"] or "", "category")),
        (_("Perhaps also"), word_of(second, "category") if second else ""),
        (FIELDS["reasons"], _listed(values["reasons"], "reason")),
        (FIELDS["grounds"], _listed(values["grounds"], "ground")),
        (FIELDS["level"], word_of(values["level"] or "", "level")),
        (FIELDS["disciplines"], ", ".join(disciplines.get(code, code) for code in values["disciplines"])),
        (FIELDS["context"], word_of(values["context"] or "", "context")),
        (FIELDS["sector"], sectors.get(values["sector"], "") if values["sector"] else ""),
        (FIELDS["start"], values.get("start_words") or ""),
    ]
    return [Definition(label, value) for label, value in rows if value]


def _listed(codes: list[str], kind: str) -> str:
    return ", ".join(str(word_of(code, kind)) for code in codes)
