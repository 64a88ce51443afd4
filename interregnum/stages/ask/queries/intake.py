"""The intake of one request: its questions with what was answered, for a wizard and for the telephone."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.http import Http404

from interregnum.kernel.actor import Actor
from interregnum.people.accounts import hash_of
from interregnum.people.queries import list_names
from interregnum.stages.ask.models import IntakeAnswer, IntakeLink, Request
from interregnum.stages.ask.queries.choices import codes_of, kind_of, paid_for, parts_of
from interregnum.stages.ask.queries.rows import request_of, understood_of
from interregnum.stages.ask.rules.intake import CORRECTABLE, REMARK, all_fields, lacking, still_open
from interregnum.stages.ask.rules.intake import FIELDS as ASKED
from interregnum.stages.ask.rules.states import ENDED, RequestState
from interregnum.stages.ask.texts import BECAUSE, FIELDS, QUESTIONS, REFUSALS, in_words

# What is answered in a few lines rather than in one.
LONG = frozenset({"told", "result", "successor", REMARK})


@dataclass(frozen=True, kw_only=True)
class Question:
    """One question; `number` is that of the answer that stands, 0 for none, and goes along with the next answer."""

    field: str
    label: object
    question: object
    because: object
    kind: str
    choices: tuple[tuple[str, object], ...]
    value: Any
    shown: str
    number: int
    who: str
    at: datetime | None
    parts: tuple[tuple[object, str], ...] = ()
    paid: tuple[str, str] = ("", "day")


@dataclass(frozen=True, kw_only=True)
class IntakePage:
    """All questions of a request in their order, those that are open, and what still stands before a brief.

    `others` are not asked (any more): an answer to one of them, typed in a window of before, is kept all the same.
    """

    code: str
    contact_name: str
    organisation_name: str
    text: str
    questions: tuple[Question, ...]
    corrections: tuple[Question, ...]
    others: tuple[Question, ...]
    open_fields: tuple[str, ...]
    lacks: tuple[object, ...]
    is_over: bool
    is_confirmed: bool
    has_brief: bool

    @property
    def answered(self) -> int:
        return len(self.questions) - len(self.open_fields)

    @property
    def answerable(self) -> tuple[Question, ...]:
        """All that may be answered: what is asked, what we understood, and what was asked before."""
        found = {each.field: each for each in (*self.others, *self.corrections, *self.questions)}
        return tuple(found.values())

    def question(self, field: str) -> Question | None:
        return next((question for question in self.answerable if question.field == field), None)


def intake_page(code: str, *, seen_by: Actor) -> IntakePage:
    """For whoever is signed in. Raises Http404 for a request that is not theirs."""
    return _page(request_of(code, seen_by=seen_by))


def intake_by_link(token: str, *, at: datetime) -> IntakePage | None:
    """For whoever has the link of the mail; None when it cannot be used any more."""
    links = IntakeLink.objects.select_related("request__triage", "request__organisation")
    link = links.filter(token_hash=hash_of(token), expires_at__gt=at).first()
    return _page(link.request) if link else None


def intake_by_code(code: str) -> IntakePage:
    """For whoever sent the request from this very browser. Raises Http404 for an unknown one."""
    request = Request.objects.select_related("triage", "organisation").filter(code=code).first()
    if request is None:
        raise Http404
    return _page(request)


def link_is_known(token: str) -> bool:
    """Whether a link was ever sent, also one that has run out."""
    return IntakeLink.objects.filter(token_hash=hash_of(token)).exists()


def open_questions(request: Request) -> tuple[Question, ...]:
    """What is still open, in order of what the answers would change."""
    latest = _latest(request)
    fields = still_open(_asked(request), _said(latest))
    return tuple(_question(field, latest, {}, {}) for field in fields)


def corrections(request: Request, *lists: dict[str, str]) -> tuple[Question, ...]:
    """What a client may put right: a sentence of their own, and each field with what holds of it now.

    `lists` are the names of the disciplines and of the sub-sectors.
    """
    latest = _latest(request)
    now = understood_of(request)
    fields = (
        replace(
            _question(field, latest, *lists),
            value=now.get(field) or "",
            shown=in_words(field, now.get(field), *lists),
            parts=parts_of(field, now.get(field)),
            paid=paid_for(now.get(field) if field == "rate" else None),
        )
        for field in CORRECTABLE
    )
    return (_question(REMARK, latest, *lists), *fields)


def _page(request: Request) -> IntakePage:
    latest = _latest(request)
    fields = all_fields(_asked(request), latest)
    disciplines, sectors = list_names()
    answers = {field: answer.value for field, answer in latest.items()}
    is_confirmed = request.triage.verdict is not None
    has_brief = Request.objects.filter(pk=request.pk, brief__isnull=False).exists()
    return IntakePage(
        code=request.code,
        contact_name=request.contact_name,
        organisation_name=request.organisation.name if request.organisation else request.organisation_name,
        text=request.told,
        questions=tuple(_question(field, latest, disciplines, sectors) for field in fields),
        corrections=corrections(request, disciplines, sectors),
        others=tuple(_question(field, latest, disciplines, sectors) for field in ASKED if field not in fields),
        open_fields=still_open(_asked(request), _said(latest)),
        lacks=tuple(
            REFUSALS[f"ask.lacks_{code}"]
            for code in lacking(understood_of(request), answers, is_confirmed=is_confirmed)
        ),
        is_over=request.state in {*ENDED, RequestState.THROWN_AWAY} or has_brief,
        is_confirmed=is_confirmed,
        has_brief=has_brief,
    )


def _asked(request: Request) -> list[str]:
    """The questions that triage left open; a person who judged a field has answered its question."""
    judged = {row.field for row in request.judgements.all() if row.is_standing}
    if request.triage.verdict is not None:
        return []
    fields = {"discipline": "disciplines", "start": "starts", "duration": "weeks", "days": "days_a_week"}
    return [code for code in request.triage.proposal["questions"] if fields.get(code, code) not in judged]


def _said(latest: Mapping[str, IntakeAnswer]) -> list[str]:
    """The fields with an answer in them; one that was emptied again is open again, nought is an answer."""
    return [field for field, answer in latest.items() if answer.value not in ("", None, [])]


def _latest(request: Request) -> dict[str, IntakeAnswer]:
    return {answer.field: answer for answer in request.answers.all()}


def _question(
    field: str, latest: Mapping[str, IntakeAnswer], disciplines: Mapping[str, str], sectors: Mapping[str, str]
) -> Question:
    answer = latest.get(field)
    return Question(
        field=field,
        label=FIELDS.get(field, field),
        question=QUESTIONS.get(field, FIELDS.get(field, field)),
        because=BECAUSE.get(field, ""),
        kind="long" if field in LONG else kind_of(field),
        choices=tuple(codes_of(field)),
        value=answer.value if answer and answer.value is not None else "",
        shown=in_words(field, answer.value, disciplines, sectors) if answer else "",
        number=answer.number if answer else 0,
        who=answer.who if answer else "",
        at=answer.at if answer else None,
        parts=parts_of(field, answer.value if answer else None),
        paid=paid_for(answer.value if answer and field == "rate" else None),
    )
