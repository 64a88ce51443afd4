"""A3 B1 C1 D1 E1-E3: what the firm reads in a client's own words; a proposal with evidence, a person decides."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from interregnum.kernel.lists import Category, Ground, Need, Urgency
from interregnum.stages.ask.rules.amounts import Rate, Said, rate
from interregnum.stages.ask.rules.beside_examples import Compared, beside_examples, compared, is_plain, quotes
from interregnum.stages.ask.rules.category import categorise
from interregnum.stages.ask.rules.disciplines import disciplines_of
from interregnum.stages.ask.rules.finding import Hit, Reading, read
from interregnum.stages.ask.rules.grounded import confidences, missing_evidence
from interregnum.stages.ask.rules.level import context_of, level_of
from interregnum.stages.ask.rules.lexicon import Lexicon
from interregnum.stages.ask.rules.mix import mix_of, told_shares
from interregnum.stages.ask.rules.need import need_of
from interregnum.stages.ask.rules.place import place_of
from interregnum.stages.ask.rules.points import points, ranked, strongest, weight_of
from interregnum.stages.ask.rules.questions import language_of, questions_of, readable
from interregnum.stages.ask.rules.reasons import reasons_of
from interregnum.stages.ask.rules.resemblance import Resemblance
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


def triage(problem: Problem, *, lexicon: Lexicon, on: date, resemblance: Resemblance | None = None) -> Triage:
    """A3 B1 C1 D1: proposes category, need, reasons and grounds, each with words from the text; `on` is today.

    By the words alone, or, with a `resemblance`, also by the worked examples that the text resembles.
    """
    reading = read(problem.text, lexicon)
    if not readable(reading):
        reading = reading.keeping({"language"})
    by_words = _content(reading, problem, lexicon)
    beside = None
    if resemblance and readable(reading) and not is_plain(reading):
        beside = compared(reading, by_words, resemblance)
    content = _beside(beside, by_words, reading, problem, lexicon) if beside else by_words
    found = _with_time_and_money(content, reading, problem, on)
    if beside and resemblance:
        found = replace(found, evidence=(*found.evidence, *quotes(found, resemblance, problem.text)))
    return _with_grounds(found, reading, problem, beside)


def _with_time_and_money(found: Triage, reading: Reading, problem: Problem, on: date) -> Triage:
    """The same proposal with when, how long, where and for what rate, and the words that all of it rests on."""
    when, said_when = schedule(reading, problem, on=on)
    where, price = place_of(problem.text), rate(problem.text)
    return replace(
        found,
        urgency=Urgency.HIGH if found.category is Category.CRISIS else when.urgency,
        start_words=when.start_words,
        starts=when.starts,
        days_a_week=when.days_a_week,
        weeks=when.weeks,
        place=where.words if where else "",
        rate=price.amount if price else None,
        rate_per=price.per if price else "",
        language=language_of(reading),
        evidence=(*_evidence(reading, found.disciplines), *said_when, *_plainly_said(problem.text, where, price)),
    )


def _beside(beside: Compared, by_words: Triage, reading: Reading, problem: Problem, lexicon: Lexicon) -> Triage:
    """The proposal by words and examples, with what follows from it."""
    found = beside_examples(by_words, beside, level=problem.level, disciplines=lexicon.codes("discipline"))
    return replace(
        found,
        context=context_of(reading, found.category, found.level, found.disciplines),
        role_mix=mix_of(reading, found.category),
    )


def _with_grounds(found: Triage, reading: Reading, problem: Problem, compared: Compared | None) -> Triage:
    """The same proposal with a quote and a confidence for each field, and what is left to ask."""
    said = {name: points(reading.of(name)) for name in dict.fromkeys(hit.concept.field for hit in reading.hits)}
    if compared:
        said |= {name: dict(shares) for name, shares in compared.of.items()}
    beside = {name for name in ("level", "starts", "days_a_week") if getattr(problem, name)}
    return replace(
        found,
        evidence=(*found.evidence, *missing_evidence(found, reading, beside=beside)),
        confidences=confidences(found, said, beside=beside),
        questions=questions_of(found, reading),
    )


def _plainly_said(text: str, where: Said | None, price: Rate | None) -> Iterator[Evidence]:
    for field, code, at in (
        ("place", where.words if where else "", where),
        ("rate", price.per if price else "", price),
    ):
        if at:
            yield Evidence(field, code, text[at.start : at.end], at.start, at.end, 1)
    for share in told_shares(text):
        yield Evidence("role", share.role, text[share.start : share.end], share.start, share.end, 1)


def _content(reading: Reading, problem: Problem, lexicon: Lexicon) -> Triage:
    """What is asked and for which seat by the words, without its time."""
    verdict = categorise(reading)
    need = need_of(reading)
    level = problem.level or level_of(reading, verdict.category, advice=need is Need.ADVISER)
    found = disciplines_of(reading, level, lexicon.codes("discipline"))
    return Triage(
        category=verdict.category,
        confidence=verdict.confidence,
        second=verdict.second,
        second_confidence=verdict.second_confidence,
        reasons=reasons_of(reading, verdict.category, ours=need not in (Need.OUT_OF_SCOPE, Need.PERMANENT)),
        grounds=tuple(Ground(code) for code, _ in ranked(points(reading.of("ground")), Ground)),
        need=need,
        level=level,
        disciplines=found,
        context=context_of(reading, verdict.category, level, found),
        sector=strongest(reading, "sector", lexicon.codes("sector")),
        role_mix=mix_of(reading, verdict.category),
    )


def _evidence(reading: Reading, disciplines: tuple[str, ...]) -> tuple[Evidence, ...]:
    """The words that were found; of disciplines, which many words hint at, those of the ones proposed."""
    spoken = (hit for hit in reading.hits if hit.concept.field not in _SILENT)
    kept = (hit for hit in spoken if hit.concept.field != "discipline" or hit.concept.code in disciplines)
    return tuple(_quoted(reading, hit) for hit in kept)


def _quoted(reading: Reading, hit: Hit) -> Evidence:
    start, end = reading.quote(hit)
    return Evidence(hit.concept.field, hit.concept.code, reading.text[start:end], start, end, weight_of(hit))
