"""The intake: what is still asked after triage, and whether enough is known to draft a brief (gate G1)."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

# What a question of triage fills in; a question that stands for none of these is answered in words.
FIELD_OF = {
    "need": "need",
    "category": "category",
    "level": "level",
    "discipline": "disciplines",
    "start": "starts",
    "duration": "weeks",
    "days": "days_a_week",
    "sector": "sector",
    "place": "place",
    "reason": "reasons",
    "ground": "grounds",
    "language": "told",
    "problem": "told",
}
# Asked of everybody, whatever the text said: who owns the problem, what counts as done, and whether it can last.
ALWAYS = ("owner_name", "owner_role", "result", "successor", "sponsor_hours")
# What a client may put right of what was understood, in the order in which it is shown, and a sentence of their own.
CORRECTABLE = (
    "need", "category", "reasons", "grounds", "level", "disciplines", "sector", "starts", "weeks", "days_a_week",
    "place", "rate", "role_mix",
)  # fmt: skip
REMARK = "not_right"
UNDERSTOOD = frozenset(CORRECTABLE)
FIELDS = (*dict.fromkeys(FIELD_OF.values()), *ALWAYS)
# Whoever buys or hires for others; of a problem in their own field they may be the owner.
_HIRES = re.compile(
    r"\b(hr|hrm|p\s?&\s?o|human resources?|personeelszaken|personeels?\W+(?:en|&)?\W*organisatie"
    r"|people\W+(?:and|en|&)?\W*culture|recruit\w*|werving\w*|talent acquisition)\b",
    re.IGNORECASE,
)
_BUYS = re.compile(r"\b(inkoop|inkoper|procurement|purchas\w*|sourcing|vendor manag\w*|inhuur\w*)\b", re.IGNORECASE)

_LETTERS = re.compile(r"[^\W\d_]+")
# What people write where they have no answer.
_NOTHING = frozenset({
    "n v t", "nvt", "niet van toepassing", "geen", "niemand", "onbekend", "nog onbekend", "niet bekend",
    "nog niet bekend", "weet ik niet", "weet ik nog niet", "weet niet", "geen idee", "volgt", "volgt nog", "later",
    "na", "n a", "none", "nobody", "unknown", "not known", "not known yet", "don t know", "i don t know", "no idea",
    "tbd", "to be determined", "xx", "xxx", "idem", "test",
})  # fmt: skip


def still_open(questions: Iterable[str], answered: Iterable[str]) -> tuple[str, ...]:
    """The fields to ask, in order of what the answer would change: what triage left open, then what is always asked."""
    asked = dict.fromkeys([FIELD_OF.get(code, code) for code in questions if code not in ALWAYS] + list(ALWAYS))
    known = set(answered)
    return tuple(field for field in asked if field not in known)


def all_fields(questions: Iterable[str], answered: Iterable[str]) -> tuple[str, ...]:
    """The same with what was answered already, each in its place: the page on which everything stands."""
    known = [field for field in answered if field not in ALWAYS]
    asked = [FIELD_OF.get(code, code) for code in questions if code not in ALWAYS]
    order = {field: at for at, field in enumerate(FIELDS)}
    return (*sorted(dict.fromkeys(asked + known), key=lambda field: order.get(field, len(order))), *ALWAYS)


def only_hires(role: str, *, disciplines: Iterable[str]) -> bool:
    """Whether this function buys or hires for somebody else, who then is the problem owner.

    >>> only_hires("Recruiter", disciplines=["finance"]), only_hires("Directeur HR", disciplines=["human_resources"])
    (True, False)
    """
    hires = bool(_HIRES.search(role)) and "human_resources" not in set(disciplines)
    return hires or bool(_BUYS.search(role))


def is_told(answer: Any) -> bool:
    """Whether an answer says something; "?" and "weet ik nog niet" are put down where nothing is known.

    >>> is_told("Carla"), is_told("?"), is_told("n.v.t."), is_told("Nog niet bekend.")
    (True, False, False, False)
    """
    words = _LETTERS.findall(str(answer or "").casefold())
    return len("".join(words)) > 1 and " ".join(words) not in _NOTHING


def lacking(understood: Mapping[str, Any], answers: Mapping[str, Any], *, is_confirmed: bool) -> tuple[str, ...]:
    """G1: what still stands between a request and its brief; empty when the gate holds.

    domain 1.2: a named problem owner, the result in the client's own words, a category with its reasons and a word on
    the runner-up, and the outcome of triage on record.
    """
    role = str(answers.get("owner_role") or "").strip()
    found = {
        "confirmed": is_confirmed,
        "category": understood.get("category"),
        "reasons": understood.get("reasons"),
        "owner_name": is_told(answers.get("owner_name")),
        "owner_role": is_told(role),
        "owner_hires": not (role and only_hires(role, disciplines=understood.get("disciplines") or ())),
        "result": is_told(answers.get("result")),
    }
    return tuple(code for code, said in found.items() if not said)
