"""A3 B1 C1 D1 E1-E3: what the firm reads in a client's own words; a proposal with evidence, a person decides."""

from dataclasses import replace
from datetime import date

from interregnum.kernel.lists import Category, Ground, Level, Reason, Urgency
from interregnum.stages.ask.rules.category import ROLE_MIX, categorise
from interregnum.stages.ask.rules.finding import Hit, Reading, read
from interregnum.stages.ask.rules.level import context_of, level_of
from interregnum.stages.ask.rules.lexicon import Lexicon
from interregnum.stages.ask.rules.need import need_of
from interregnum.stages.ask.rules.points import points, ranked, strongest, weight_of
from interregnum.stages.ask.rules.questions import questions_of, readable
from interregnum.stages.ask.rules.urgency import schedule
from interregnum.stages.ask.rules.values import Evidence, Problem, Triage

__all__ = ["DISCIPLINES", "SECTORS", "Evidence", "Problem", "Triage", "triage"]

DISCIPLINES = (
    "general_management", "back_office", "sales", "marketing", "product_management", "finance", "human_resources",
    "process_management", "other",
)  # fmt: skip
SECTORS = (
    "bank", "insurer", "pension", "asset_manager", "intermediary", "mortgage", "leasing", "payments", "other",
)  # fmt: skip
# Fields that only steer the reading; they are no evidence of anything.
_SILENT = frozenset({"ask", "wanted", "interim", "language", "result", "successor"})
_MOST_REASONS = 3
_MOST_DISCIPLINES = 2
_OWN_REASON = 4
_REASONS_OF = {
    Category.CHANGE: (Reason.ORGANISATION_DESIGN, Reason.PERFORMANCE),
    Category.BRIDGING: (Reason.KEEP_RUNNING,),
    Category.PROJECT: (Reason.RUN_PROJECT,),
    Category.CRISIS: (Reason.RESTORE_ORDER,),
}


def triage(problem: Problem, *, lexicon: Lexicon, on: date) -> Triage:
    """A3 B1 C1 D1: proposes category, need, reasons and grounds, each with words from the text; `on` is today."""
    reading = read(problem.text, lexicon)
    if not readable(reading):
        reading = reading.keeping({"language"})
    when, quotes = schedule(reading, problem, on=on)
    found = replace(
        _content(reading, problem, lexicon),
        urgency=when.urgency,
        start_words=when.start_words,
        starts=when.starts,
        days_a_week=when.days_a_week,
        weeks=when.weeks,
        evidence=(*_evidence(reading), *quotes),
    )
    if found.category is Category.CRISIS:
        found = replace(found, urgency=Urgency.HIGH)
    return replace(found, questions=questions_of(found, reading))


def _content(reading: Reading, problem: Problem, lexicon: Lexicon) -> Triage:
    """What is asked and for which seat, without its time."""
    verdict = categorise(reading)
    level = problem.level or level_of(reading)
    return Triage(
        category=verdict.category,
        confidence=verdict.confidence,
        second=verdict.second,
        second_confidence=verdict.second_confidence,
        reasons=_reasons(reading, verdict.category),
        grounds=tuple(Ground(code) for code, _ in ranked(points(reading.of("ground")), Ground)),
        need=need_of(reading),
        level=level,
        disciplines=_disciplines(reading, level, lexicon.codes("discipline")),
        context=context_of(reading),
        sector=strongest(reading, "sector", lexicon.codes("sector")),
        role_mix=ROLE_MIX[verdict.category] if verdict.category else None,
    )


def _reasons(reading: Reading, category: Category | None) -> tuple[Reason, ...]:
    """C1: the reasons found; the one that belongs to the category is among them, change has two of its own."""
    said = points(reading.of("reason"))
    own = _REASONS_OF.get(category, ()) if category else ()
    if own:
        chosen = next((reason for reason in own if reason in said), own[0])
        said[chosen] = said.get(chosen, 0) + _OWN_REASON
    found = ranked(said, Reason)[:_MOST_REASONS]
    return tuple(Reason(code) for code, count in found if count * 2 >= found[0][1])


def _disciplines(reading: Reading, level: Level | None, codes: tuple[str, ...]) -> tuple[str, ...]:
    """E3: at most two, the second at least half as strong; a seat at the top with none is general management."""
    found = ranked(points(reading.of("discipline")), codes)[:_MOST_DISCIPLINES]
    if not found and level is Level.EXECUTIVE:
        return DISCIPLINES[:1]
    return tuple(code for code, count in found if count * 2 >= found[0][1])


def _evidence(reading: Reading) -> tuple[Evidence, ...]:
    return tuple(_quoted(reading, hit) for hit in reading.hits if hit.concept.field not in _SILENT)


def _quoted(reading: Reading, hit: Hit) -> Evidence:
    start, end = reading.quote(hit)
    return Evidence(hit.concept.field, hit.concept.code, reading.text[start:end], start, end, weight_of(hit))
