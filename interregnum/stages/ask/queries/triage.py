"""The triage of one request, as a bureau person reads, confirms and corrects it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from interregnum.kernel.actor import Actor
from interregnum.people.queries import list_names
from interregnum.stages.ask.models import Judgement, Request
from interregnum.stages.ask.queries.calibration import Tally, meters, tallies
from interregnum.stages.ask.queries.choices import Option, kind_of, options_of, paid_for, parts_of
from interregnum.stages.ask.queries.course import course
from interregnum.stages.ask.queries.marks import Marked, marked, quotes_of, tint_of
from interregnum.stages.ask.queries.promise import call_badge
from interregnum.stages.ask.queries.rows import answers_of, request_of
from interregnum.stages.ask.queries.second_opinion import SecondOpinion, second_opinion_of
from interregnum.stages.ask.rules.intake import REMARK, UNDERSTOOD, lacking
from interregnum.stages.ask.rules.judging import FIELDS, Outcome, overlaid, proposed_of
from interregnum.stages.ask.rules.states import ENDED, OPEN, RequestState
from interregnum.stages.ask.texts import FIELDS as LABELS
from interregnum.stages.ask.texts import QUESTIONS, REFUSALS, STATES, in_words
from interregnum.web.history import history
from interregnum.web.pieces import Badge, Event, Meter, Step


@dataclass(frozen=True, kw_only=True)
class FieldShown:
    """One field: what the rules propose and why, what others say, and what a person chose."""

    field: str
    label: object
    tint: int
    kind: str
    options: tuple[Option, ...]
    value: Any
    proposed: str
    quotes: tuple[str, ...]
    confidence: int | None
    second_opinion: str
    client_says: str
    seen: int
    judged_by: str
    judged_at: datetime | None
    is_corrected: bool
    tally: Tally | None
    shown: str = ""
    parts: tuple[tuple[object, str], ...] = ()
    paid: tuple[str, str] = ("", "day")


@dataclass(frozen=True, kw_only=True)
class TriagePage:
    """What a bureau person confirms or corrects; `values` is what holds now, `lacks` what stands before a brief.

    `newest` is the last word of a colleague, 0 for none.
    """

    code: str
    state: RequestState
    badge: Badge
    is_open: bool
    may_be_spam: bool
    newest: int
    has_ended: bool
    has_brief: bool
    reason: str
    call: Badge | None
    received_at: datetime
    organisation_name: str
    contact_name: str
    contact_email: str
    contact_phone: str
    remark: str
    marked: tuple[Marked, ...]
    fields: tuple[FieldShown, ...]
    values: dict[str, Any]
    confirmed_at: datetime | None
    confirmed_by: str
    questions: tuple[object, ...]
    lacks: tuple[object, ...]
    corrections: tuple[Meter, ...]
    owner: str
    owner_code: str
    steps: tuple[Step, ...]
    history: tuple[Event, ...]
    second_opinion: SecondOpinion | None


def triage_page(code: str, *, seen_by: Actor, at: datetime) -> TriagePage:
    """Raises Http404 for a request that is not there, or not theirs."""
    request = request_of(code, seen_by=seen_by)
    drawn = _Drawn(request, tallies(seen_by=seen_by, at=at))
    triage, steps = request.triage, course("request", request=request.code)
    values = drawn.values
    lacks = lacking(values, drawn.answers, is_confirmed=triage.verdict is not None)
    is_open = request.state in OPEN
    return TriagePage(
        code=request.code,
        state=request.state,
        badge=Badge(STATES[request.state]),
        is_open=is_open,
        may_be_spam=bool(request.signs) and request.state == RequestState.RECEIVED,
        newest=max((word.pk for word in request.judgements.all() if word.by.code != seen_by.code), default=0),
        has_ended=request.state in ENDED,
        has_brief=bool(steps[1].url),
        reason=request.state_reason,
        call=call_badge(request.call_by, at=at) if is_open else None,
        received_at=request.received_at,
        organisation_name=request.organisation.name if request.organisation else request.organisation_name,
        contact_name=request.contact_name,
        contact_email=request.contact_email,
        contact_phone=request.contact_phone,
        remark=str(drawn.answers.get(REMARK) or ""),
        marked=marked(request.told, triage.proposal["evidence"], disciplines=drawn.disciplines, sectors=drawn.sectors),
        fields=tuple(drawn.field(name) for name in FIELDS),
        values=values,
        confirmed_at=triage.confirmed_at,
        confirmed_by=triage.confirmed_by.name if triage.confirmed_by else "",
        questions=tuple(QUESTIONS.get(code, code) for code in triage.proposal["questions"]),
        lacks=tuple(REFUSALS[f"ask.lacks_{code}"] for code in lacks),
        corrections=meters(drawn.tallies),
        owner=request.owner.name if request.owner else "",
        owner_code=request.owner.code if request.owner else "",
        steps=steps,
        history=history(request.code, seen_by=seen_by),
        second_opinion=second_opinion_of(triage.second_opinion, triage.proposal),
    )


def field_shown(code: str, field: str, *, seen_by: Actor, at: datetime) -> FieldShown:
    """One field alone, as it stands after a word on it."""
    return _Drawn(request_of(code, seen_by=seen_by), tallies(seen_by=seen_by, at=at)).field(field)


class _Drawn:
    """What the fields of one request are drawn from."""

    def __init__(self, request: Request, found: dict[str, Tally]) -> None:
        found_first = request.triage.proposal
        self.proposal: Mapping[str, Any] = found_first | {"rate": proposed_of(found_first, "rate")}
        self.second: Mapping[str, Any] = request.triage.second_opinion or {}
        self.answers = answers_of(request)
        self.words: dict[str, Judgement] = {row.field: row for row in request.judgements.all() if row.is_standing}
        self.disciplines, self.sectors = list_names()
        self.tallies = found
        self.said = {field: value for field, value in self.answers.items() if field in UNDERSTOOD}
        chosen = {field: row.chosen for field, row in self.words.items()}
        self.values = overlaid(self.proposal, self.said, chosen)

    def _own_names(self, field: str) -> Mapping[str, str]:
        """The names of the firm's own list, where a field is chosen from one."""
        return {"disciplines": self.disciplines, "sector": self.sectors}.get(field, {})

    def in_words(self, field: str, value: Any) -> str:
        return in_words(field, value, self.disciplines, self.sectors)

    def field(self, name: str) -> FieldShown:
        word, value = self.words.get(name), self.values.get(name)
        said, second = self.said.get(name), self.second.get(name)
        return FieldShown(
            field=name,
            label=LABELS[name],
            tint=tint_of("category" if name == "second" else name),
            kind=kind_of(name),
            options=options_of(name, value, self.proposal.get(name), names=self._own_names(name)),
            value="" if value is None else value,
            proposed=self.in_words(name, self.proposal.get(name)),
            quotes=self._quotes(name),
            confidence=self._confidence(name),
            second_opinion=self.in_words(name, second) if second else "",
            client_says=self.in_words(name, said) if said and said != self.proposal.get(name) else "",
            seen=word.pk if word else 0,
            judged_by=word.by.name if word else "",
            judged_at=word.at if word else None,
            is_corrected=bool(word and word.outcome != Outcome.KEPT),
            tally=self.tallies.get(name),
            shown=self.in_words(name, value),
            parts=parts_of(name, value),
            paid=paid_for(value if name == "rate" else None),
        )

    def _quotes(self, name: str) -> tuple[str, ...]:
        code = (self.proposal.get(name) or "") if name in {"category", "second"} else None
        return quotes_of(name, self.proposal["evidence"], code=code)

    def _confidence(self, name: str) -> int | None:
        """Percent, where the rules say how sure they are."""
        known = self.proposal.get("confidences") or {}
        old = {"category": self.proposal.get("confidence"), "second": self.proposal.get("second_confidence")}
        found = known.get(name, old.get(name))
        return found if found and self.proposal.get(name) else None


def verdict_values(values: Mapping[str, Any]) -> dict[str, Any]:
    """What holds now, in the shape in which a person confirms it: "" and () where nothing was said."""
    plain = ("need", "category", "second", "level", "context", "sector", "urgency", "starts", "place", "rate")
    lists = ("reasons", "grounds", "disciplines")
    return (
        {name: values.get(name) or "" for name in plain}
        | {name: tuple(values.get(name) or ()) for name in lists}
        | {name: values.get(name) for name in ("weeks", "days_a_week", "role_mix")}
    )
