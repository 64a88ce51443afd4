"""A case as bureau, client and manager see it on its page."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import reverse

from interregnum.kernel.actor import Actor, Role
from interregnum.people.queries import list_names
from interregnum.stages.deliver.rules.states import AssignmentState
from interregnum.stages.learn.case_texts import ADVICE, LANGUAGE_WORDS, PART_WORDS, SIGNS, STATES, case_badge
from interregnum.stages.learn.models import Case, CaseConsent, CaseOverride
from interregnum.stages.learn.queries.case_public import facts_in_words
from interregnum.stages.learn.queries.cases import LANGUAGES, case_of, checked, own_case, text_of, words_in
from interregnum.stages.learn.rules.case_check import Finding, Piece, pieces
from interregnum.stages.learn.rules.case_round import rounded
from interregnum.stages.learn.rules.case_states import MAY_BE_OFFERED, WITH_CLIENT, CaseState, Sign
from interregnum.web.pieces import Badge


@dataclass(frozen=True)
class PartView:
    """One part of a text in one language, cut where something was found."""

    name: object
    language: object
    code: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class FindingView:
    key: str
    part: object
    said: str
    sign: object
    advice: object
    may_be_false: bool


@dataclass(frozen=True)
class ConsentView:
    """What a client said of a version, with the words of either side."""

    version: int
    state: object
    asked_at: datetime
    answered_at: datetime | None
    who: str
    uses: tuple[str, ...]
    words: str
    until: date | None
    withdrawn_at: datetime | None
    withdrawn_why: str


@dataclass(frozen=True, kw_only=True)
class CasePage:
    """`case` is False while there is none that this person may read; then nothing else is of use."""

    assignment: str
    number: str
    client: str
    is_closed: bool
    case: bool
    state: str = ""
    badge: Badge | None = None
    version: int = 0
    facts: str = ""
    texts: tuple[tuple[object, tuple[PartView, ...]], ...] = ()
    findings: tuple[FindingView, ...] = ()
    is_few: bool = False
    may_offer: bool = False
    may_withdraw: bool = False
    is_live: bool = False
    on_site: bool = False
    in_proposals: bool = False
    live_until: date | None = None
    objection: str = ""
    objected_at: datetime | None = None
    consents: tuple[ConsentView, ...] = ()
    overrides: tuple[CaseOverride, ...] = ()
    addresses: tuple[tuple[object, str], ...] = ()


def case_page(assignment: str, *, seen_by: Actor, on: date) -> CasePage:
    """Raises Http404 for an assignment that is not theirs."""
    row, case = case_of(assignment, seen_by=seen_by)
    is_closed = row.state == AssignmentState.CLOSED
    about: dict[str, Any] = {"assignment": row.code, "number": row.number, "client": row.organisation.name}
    if case is None:
        return CasePage(**about, is_closed=is_closed, case=False)
    is_own = seen_by.role is Role.MANAGER
    if seen_by.role is Role.CLIENT:
        told: dict[str, Any] = {"consents": _consents(case)}
    elif is_own:
        told = {"objection": case.objection, "objected_at": case.objected_at}
    else:
        told = _of_bureau(row, case, on)
    found = told.pop("found", ())
    page = _of_all(case, found, on)
    if seen_by.role is Role.CLIENT:
        # That the manager holds it back is between manager and bureau.
        page["badge"] = case_badge(case.state, is_held=False)
    return CasePage(**about, is_closed=is_closed, case=True, **page, **told)


def _of_all(case: Case, found: tuple[Finding, ...], on: date) -> dict[str, Any]:
    text = text_of(case)
    may_be_shown = case.state == CaseState.AGREED and case.objected_at is None
    is_live = may_be_shown and case.live_until is not None and case.live_until >= on
    return {
        "state": str(case.state),
        "badge": case_badge(case.state, is_held=case.objected_at is not None),
        "version": case.version,
        "facts": facts_in_words(text, list_names()),
        "texts": _texts(words_in(text), found),
        "may_withdraw": case.state in WITH_CLIENT,
        "is_live": is_live,
        "on_site": case.on_site,
        "in_proposals": case.in_proposals,
        "live_until": case.live_until,
        "addresses": _addresses(case) if is_live and case.on_site else (),
    }


def _addresses(case: Case) -> tuple[tuple[object, str], ...]:
    return tuple(
        (LANGUAGE_WORDS[language], reverse(f"front:learn-case-{language}", args=[case.code])) for language in LANGUAGES
    )


def _of_bureau(row: Any, case: Case, on: date) -> dict[str, Any]:
    looked = checked(row, case, words_in(text_of(case)), on=on)
    return {
        "found": looked.open,
        "findings": tuple(_finding(one, looked.figures) for one in looked.open),
        "is_few": looked.shared < looked.least,
        "may_offer": looked.may_go and case.state in MAY_BE_OFFERED,
        "objection": case.objection,
        "objected_at": case.objected_at,
        "consents": _consents(case),
        "overrides": tuple(case.overrides.select_related("made_by")),
    }


def _finding(one: Finding, figures: int) -> FindingView:
    part, _, language = one.name.rpartition("_")
    where = f"{PART_WORDS[part]} · {LANGUAGE_WORDS[language]}"
    said = "" if one.said == one.name else one.said
    advice = str(ADVICE[one.sign])
    if one.sign is Sign.AMOUNT:
        advice %= {"round": rounded(one.said, figures=figures, language=language), "exact": one.said}
    return FindingView(one.key, where, said, SIGNS[one.sign], advice, bool(said))


def _texts(words: dict[str, str], found: tuple[Finding, ...]) -> tuple[tuple[object, tuple[PartView, ...]], ...]:
    def view(part: str, language: str) -> PartView:
        name = f"{part}_{language}"
        cut = pieces(words[name], (one for one in found if one.name == name))
        return PartView(PART_WORDS[part], LANGUAGE_WORDS[language], name, cut)

    return tuple(
        (LANGUAGE_WORDS[language], tuple(view(part, language) for part in PART_WORDS)) for language in LANGUAGES
    )


def _consents(case: Case) -> tuple[ConsentView, ...]:
    return tuple(map(_consent, case.consents.select_related("answered_by")))


def _consent(row: CaseConsent) -> ConsentView:
    uses = [name for name in ("on_site", "in_proposals") if getattr(row, name)]
    return ConsentView(
        version=row.version,
        state=STATES[row.state],
        asked_at=row.asked_at,
        answered_at=row.answered_at,
        who=row.answered_by.name if row.answered_by else "",
        uses=tuple(uses),
        words=row.words,
        until=row.until,
        withdrawn_at=row.withdrawn_at,
        withdrawn_why=row.withdrawn_why,
    )


def written_of(assignment: str, *, seen_by: Actor) -> dict[str, Any]:
    """The newest text as a form holds it. Raises Http404 where there is no case."""
    _row, case = own_case(assignment, seen_by=seen_by)
    return words_in(text_of(case)) | {"seen": case.version}


def finding_of(assignment: str, key: str, *, seen_by: Actor, on: date) -> FindingView | None:
    """What is marked under this key; None when it is marked no more. Raises Http404 where there is no case."""
    row, case = own_case(assignment, seen_by=seen_by)
    looked = checked(row, case, words_in(text_of(case)), on=on)
    return next((_finding(one, looked.figures) for one in looked.open if one.key == key), None)
