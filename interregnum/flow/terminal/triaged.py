"""A triage as lines to read, or as plain values."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from interregnum.people.first_lists import first_names
from interregnum.stages.ask.rules.plain import as_values
from interregnum.stages.ask.rules.values import Evidence, Triage
from interregnum.stages.ask.texts import FIELDS, QUESTIONS
from interregnum.web.words import ROLE_MIX, WORDS, word_of

MOST_QUOTES = 40
# Evidence of when and how much bears the name of the value that it gives.
LABELS = FIELDS | {"starts": FIELDS["start"], "days_a_week": FIELDS["days"], "weeks": FIELDS["duration"]}


def triage_values(name: str, found: Triage) -> dict[str, Any]:
    """For JSON: codes of the closed lists, and evidence with its place in the text."""
    evidence = [
        {"field": one.field, "code": one.code, "quote": one.quote, "start": one.start, "end": one.end}
        for one in found.evidence
    ]
    return {"file": name, **as_values(found), "evidence": evidence}


def triage_lines(name: str, found: Triage) -> Iterator[str]:
    """A block to read: what was understood, what is still to ask, and the words that are the evidence."""
    yield name
    for label, value in _understood(found):
        if value:
            yield f"  {label!s:<24} {value}"
    yield from _listed(_("To ask"), [str(QUESTIONS.get(code, code)) for code in found.questions])
    yield from _listed(_("Evidence"), [_quoted(one) for one in found.evidence[:MOST_QUOTES]])
    if len(found.evidence) > MOST_QUOTES:
        yield "    " + _("and %(number)s more") % {"number": len(found.evidence) - MOST_QUOTES}


def _understood(found: Triage) -> Iterator[tuple[object, str]]:
    names = first_names()
    yield FIELDS["category"], _categories(found)
    yield FIELDS["need"], str(word_of(found.need))
    yield FIELDS["reasons"], ", ".join(str(word_of(reason)) for reason in found.reasons)
    yield FIELDS["grounds"], ", ".join(str(word_of(ground)) for ground in found.grounds)
    yield FIELDS["level"], str(word_of(found.level or ""))
    yield FIELDS["context"], str(word_of(found.context or ""))
    yield FIELDS["disciplines"], ", ".join(names.get(code, code) for code in found.disciplines)
    yield FIELDS["sector"], names.get(found.sector, found.sector)
    yield FIELDS["urgency"], str(word_of(found.urgency or ""))
    yield FIELDS["start"], _start(found)
    yield FIELDS["days"], str(found.days_a_week or "")
    yield FIELDS["duration"], _("%(weeks)s weeks") % {"weeks": found.weeks} if found.weeks else ""
    if found.role_mix:
        roles = zip(ROLE_MIX, found.role_mix, strict=True)
        yield _("Role mix"), ", ".join(f"{label} {share}%" for label, share in roles)


def _categories(found: Triage) -> str:
    if found.category is None:
        return _("not clear yet")
    first = f"{word_of(found.category)} ({found.confidence}%)"
    second = f"{word_of(found.second)} ({found.second_confidence}%)" if found.second else ""
    return _("%(first)s, perhaps %(second)s") % {"first": first, "second": second} if second else first


def _start(found: Triage) -> str:
    return " = ".join(part for part in (found.start_words, found.starts.isoformat() if found.starts else "") if part)


def _quoted(one: Evidence) -> str:
    words = WORDS.get(one.field, {})
    meaning = words.get(one.code) or first_names().get(one.code) or one.code  # type: ignore[call-overload]
    return f"{LABELS.get(one.field, one.field)}: {meaning} - “{' '.join(one.quote.split())}”"


def _listed(title: str, items: list[str]) -> Iterator[str]:
    if items:
        yield f"  {title}"
        yield from (f"    {item}" for item in items)
