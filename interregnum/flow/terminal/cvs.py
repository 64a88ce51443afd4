"""A CV that was read, as lines to read or as plain values."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from django.utils.translation import gettext as _

from interregnum.people.cv_texts import CV_FIELDS, remark_words
from interregnum.people.first_lists import first_names
from interregnum.people.rules.cv.values import Cv, Position, Study
from interregnum.web.words import word_of


def cv_values(name: str, cv: Cv) -> dict[str, Any]:
    """For JSON: what was not found is null or empty."""
    plain = {key: getattr(cv, key) or None for key in ("name", "email", "phone", "city")}
    return {
        "file": name,
        **plain,
        "languages": list(cv.languages),
        "positions": [asdict(one) | {"start": one.start or None} for one in cv.positions],
        "education": [asdict(one) for one in cv.education],
        "disciplines": list(cv.disciplines),
        "levels": list(cv.levels),
        "warnings": [remark_words(remark) for remark in cv.warnings],
    }


def cv_lines(name: str, cv: Cv) -> Iterator[str]:
    """A block to read."""
    names = first_names()
    yield name
    for key in ("name", "email", "phone", "city"):
        yield from _line(key, getattr(cv, key))
    yield from _line("languages", ", ".join(cv.languages))
    yield from _line("disciplines", ", ".join(names.get(code, code) for code in cv.disciplines))
    yield from _line("levels", ", ".join(str(word_of(level)) for level in cv.levels))
    yield from _listed("positions", [_position(one) for one in cv.positions])
    yield from _listed("education", [_study(one) for one in cv.education])
    for remark in cv.warnings:
        yield f"  ! {remark_words(remark)}"


def _line(key: str, value: str) -> Iterator[str]:
    if value:
        yield f"  {CV_FIELDS[key]!s:<24} {value}"


def _listed(key: str, items: list[str]) -> Iterator[str]:
    if items:
        yield f"  {CV_FIELDS[key]}"
        yield from (f"    {item}" for item in items)


def _position(one: Position) -> str:
    end = _("now") if one.end is None else one.end
    return f"{one.start} – {end}  {', '.join(part for part in (one.title, one.employer) if part)}"


def _study(one: Study) -> str:
    return ", ".join(part for part in (one.title, one.institute, str(one.year or "")) if part)
