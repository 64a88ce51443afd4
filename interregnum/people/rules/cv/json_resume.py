"""JSON Resume: plain data, in which every field may lack or be of another kind."""

from collections.abc import Iterator, Mapping
from typing import Any

from interregnum.people.rules.cv.dates import spans, years
from interregnum.people.rules.cv.languages import code_of
from interregnum.people.rules.cv.values import Cv, Position, Remark, Study


def cv_of_json(data: Mapping[str, Any]) -> Cv:
    basics = _map(data.get("basics"))
    location = _map(basics.get("location"))
    positions = tuple(one for work in _maps(data.get("work")) for one in _positions(work))
    education = tuple(_study(one) for one in _maps(data.get("education")))
    codes = (code_of(_text(one.get("language") or one.get("name"))) for one in _maps(data.get("languages")))
    known = any(name in data for name in ("basics", "work", "education"))
    return Cv(
        name=_text(basics.get("name")),
        email=_text(basics.get("email")),
        phone=_text(basics.get("phone")),
        city=_text(location.get("city")),
        languages=tuple(dict.fromkeys(code for code in codes if code)),
        positions=tuple(one for one in positions if one.title or one.employer),
        education=tuple(one for one in education if one.title or one.institute),
        warnings=() if known else (Remark("cv.no_json_resume"),),
    )


def _map(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _maps(value: object) -> Iterator[Mapping[str, Any]]:
    yield from (one for one in value if isinstance(one, Mapping)) if isinstance(value, list) else ()


def _text(value: object) -> str:
    return " ".join(str(value).split())[:200] if isinstance(value, str | int) and not isinstance(value, bool) else ""


def _positions(work: Mapping[str, Any]) -> Iterator[Position]:
    """One position, or several at one employer where a writer nests them."""
    employer = _text(work.get("name") or work.get("company") or work.get("organization"))
    nested = list(_maps(work.get("positions")))
    for one in nested or [work]:
        yield Position(
            employer=employer,
            title=_text(one.get("position") or one.get("title")),
            start=month(_text(one.get("startDate")), is_end=False) or "",
            end=month(_text(one.get("endDate")), is_end=True),
        )


def _study(one: Mapping[str, Any]) -> Study:
    kind, area = _text(one.get("studyType")), _text(one.get("area"))
    found = years(_text(one.get("endDate"))) or ([] if one.get("startDate") else years(_text(one.get("year"))))
    title = (
        kind if area.casefold() in kind.casefold() else area if kind.casefold() in area.casefold() else f"{kind} {area}"
    )
    return Study(title.strip(), _text(one.get("institution")), found[-1] if found else None)


def month(text: str, *, is_end: bool) -> str | None:
    """YYYY-MM of a date as plain data has it, None for none or for "present"."""
    found = spans(text)
    if not found:
        return None
    return found[0].end if is_end else found[0].start
