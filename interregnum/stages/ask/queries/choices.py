"""The choices of each field that a person judges or a client answers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from interregnum.kernel.period import YEARS
from interregnum.people.queries import discipline_choices, list_names, sector_choices
from interregnum.stages.ask.rules.judging import SEVERAL, toggled
from interregnum.stages.ask.rules.mix import ROLES
from interregnum.stages.ask.rules.typed_numbers import PER, mix_typed, rate_of
from interregnum.web.words import ROLE_MIX, choices

KINDS = {
    "need": "need",
    "category": "category",
    "second": "category",
    "reasons": "reason",
    "grounds": "ground",
    "level": "level",
    "context": "context",
    "urgency": "urgency",
}
DAYS = frozenset({"starts"})
OWN_KINDS = {"rate": "rate", "role_mix": "mix"}
# The least and the most that a number can be.
NUMBERS = {"weeks": (1, 260), "days_a_week": (1, 7), "sponsor_hours": (0, 60)}
LONGEST = 20_000


@dataclass(frozen=True)
class Option:
    """A choice: `value` is what the field becomes when it is pressed; a list stands with commas between."""

    value: str
    label: object
    is_on: bool
    is_proposed: bool


def kind_of(field: str) -> str:
    """How a field is judged: "one" or "several" of a list, a "day", a "number", a "rate", a "mix", or "text"."""
    if field in OWN_KINDS:
        return OWN_KINDS[field]
    if field in DAYS:
        return "day"
    if field in NUMBERS:
        return "number"
    if field in SEVERAL:
        return "several"
    return "one" if field in KINDS or field == "sector" else "text"


def codes_of(field: str) -> list[tuple[str, object]]:
    """Code and name of every choice of a field, for the lists of the firm those in use; nothing for a free field."""
    if field == "disciplines":
        return list(discipline_choices())
    if field == "sector":
        return [(code, name) for code, name in sector_choices() if code]
    return choices(KINDS[field]) if field in KINDS else []


def parts_of(field: str, value: Any) -> tuple[tuple[object, str], ...]:
    """The shares of a role mix: the words for each role, and what stands in its box; nothing for another field."""
    if field != "role_mix":
        return ()
    mix = value if isinstance(value, dict) else {}
    return tuple((name, str(mix.get(code, ""))) for code, name in zip(ROLES, ROLE_MIX, strict=True))


def paid_for(value: Any) -> tuple[str, str]:
    """The amount of a rate, and what it is paid for."""
    amount, _space, per = str(value or "").partition(" ")
    return amount, per if per in PER else "day"


def options_of(field: str, value: Any, proposed: Any, *, names: Mapping[str, str]) -> tuple[Option, ...]:
    """The buttons of a field; a press on one of several puts it in or takes it out.

    What was chosen before it went out of use stays among them: `names` are those of all entries of the firm's own list.
    """
    chosen, known = list(value or ()) if field in SEVERAL else [str(value or "")], dict(codes_of(field))
    codes = [*known.items(), *((code, names[code]) for code in chosen if code in names and code not in known)]
    if field in SEVERAL:
        first = list(proposed or ())
        return tuple(
            Option(",".join(toggled(chosen, code)), label, code in chosen, code in first) for code, label in codes
        )
    # Whatever is typed has a box, and no buttons.
    none = [("", _("None") if field == "second" else _("Not said"))] if codes and field != "need" else []
    return tuple(Option(code, label, code == (value or ""), code == (proposed or "")) for code, label in none + codes)


def read_value(field: str, typed: str) -> Any:
    """What was pressed or typed, as the field keeps it; "" and [] are nothing.

    Raises ValueError with the code of a refusal for what the field cannot be.
    """
    reads: dict[str, Callable[[str, str], Any]] = {"several": _several, "one": _one, "number": _number}
    kind = kind_of(field)
    if kind in reads:
        return reads[kind](field, typed)
    if kind in BOXES:
        return BOXES[kind](typed)
    if len(typed) > LONGEST:
        raise ValueError("ask.too_long")
    return typed.strip()


def _known(field: str, chosen: list[str]) -> bool:
    """Whether these are choices; one of the firm's lists that went out of use stays where it was said before."""
    if set(chosen) <= {code for code, _label in codes_of(field)}:
        return True
    disciplines, sectors = list_names()
    return set(chosen) <= {"disciplines": disciplines, "sector": sectors}.get(field, {}).keys()


def _several(field: str, typed: str) -> list[str]:
    chosen = [code for code in typed.split(",") if code]
    if not _known(field, chosen):
        raise ValueError("ask.no_such_choice")
    return list(dict.fromkeys(chosen))


def _one(field: str, typed: str) -> str:
    if typed and not _known(field, [typed]):
        raise ValueError("ask.no_such_choice")
    return typed


def _number(field: str, typed: str) -> int | None:
    if not typed.strip():
        return None
    least, most = NUMBERS[field]
    if not typed.strip().isdecimal() or not least <= int(typed.strip()[:9]) <= most:
        raise ValueError("ask.no_number")
    return int(typed.strip())


def _day(typed: str) -> str:
    try:
        day = date.fromisoformat(typed.strip()) if typed.strip() else None
    except ValueError:
        raise ValueError("ask.no_day") from None
    if day and day.year not in YEARS:
        raise ValueError("ask.no_day")
    return day.isoformat() if day else ""


BOXES: dict[str, Callable[[str], Any]] = {"day": _day, "rate": rate_of, "mix": mix_typed}
