"""What a language model read in a request, for the page on which a person confirms it."""

from dataclasses import dataclass
from typing import Any

from interregnum.people.queries import discipline_choices, sector_choices
from interregnum.stages.ask.texts import FIELDS, understood
from interregnum.web.pieces import Definition
from interregnum.web.words import word_of

COMPARED = ("category", "need", "level", "reasons", "disciplines")


@dataclass(frozen=True)
class SecondOpinion:
    """What a language model said beside the proposal; `failed` says why it said nothing ("timeout", "nonsense", …).

    `differs`: the names of the fields in which it reads something else than the rules.
    """

    model: str
    failed: str
    said: tuple[Definition, ...] = ()
    differs: tuple[object, ...] = ()
    remark: str = ""


def second_opinion_of(said: dict[str, Any] | None, proposal: dict[str, Any]) -> SecondOpinion | None:
    """The second opinion for the page; None where no model was asked, or it has not answered yet."""
    if said is None or said["failed"]:
        return SecondOpinion(said["model"], said["failed"]) if said else None
    values = {"grounds": [], "context": "", "sector": ""} | said
    rows = understood(values, dict(discipline_choices()), dict(sector_choices()))
    read = [name for name in COMPARED if said[name]]
    return SecondOpinion(
        model=said["model"],
        failed="",
        said=(Definition(FIELDS["need"], word_of(said["need"], "need")), *rows) if said["need"] else tuple(rows),
        differs=tuple(FIELDS[name] for name in read if _codes(said[name]) != _codes(proposal.get(name))),
        remark=said["remark"],
    )


def _codes(value: object) -> set[str]:
    return set(value) if isinstance(value, list) else {str(value or "")}
