"""Europass as XML: the passport of before 2020 and its lower-case forerunner, and the candidate of after."""

from collections.abc import Iterator, Sequence
from typing import Any

from interregnum.people.rules.cv.json_resume import month
from interregnum.people.rules.cv.languages import code_of
from interregnum.people.rules.cv.values import Cv, Position, Remark, Study

# An element as a list: name, attributes, text and children.
type Node = Sequence[Any]


def cv_of_xml(root: Node) -> Cv:
    """The fields of either kind; a warning for any other XML."""
    if str(root[0]).casefold() == "candidate":
        return _candidate(root)
    if next(_all(root, "learnerinfo"), None) is not None or next(_all(root, "identification"), None) is not None:
        return _passport(root)
    return Cv(warnings=(Remark("cv.no_europass"),))


def _all(node: Node, name: str) -> Iterator[Node]:
    for child in node[3]:
        if str(child[0]).casefold() == name:
            yield child
        yield from _all(child, name)


def _at(node: Node | None, *path: str) -> Node | None:
    """The first element down a path; a step may skip levels."""
    for name in path:
        node = next(_all(node, name), None) if node is not None else None
    return node


def _text(node: Node | None, *path: str) -> str:
    found = _at(node, *path)
    return " ".join(str(found[2]).split())[:200] if found is not None else ""


def _passport(root: Node) -> Cv:
    person = _at(root, "identification")
    names = [_text(person, "firstname"), _text(person, "surname") or _text(person, "lastname")]
    email = _text(person, "email", "contact") or _text(person, "email")
    phone = _text(person, "telephone", "contact") or _text(person, "telephone") or _text(person, "mobile")
    spoken = [*_all(root, "mothertongue"), *_all(root, "foreignlanguage")]
    codes = [
        code_of(_text(one, "code")) or code_of(_text(one, "label")) or code_of(str(one[1].get("code", "")))
        for one in spoken
    ]
    jobs = [_job(one) for one in _all(root, "workexperience")]
    return Cv(
        name=" ".join(name for name in names if name),
        email=email,
        phone=phone,
        city=_text(person, "municipality") or _text(person, "city"),
        languages=tuple(dict.fromkeys(code for code in codes if code)),
        positions=tuple(one for one in jobs if one.title or one.employer),
        education=tuple(_study(one) for one in _all(root, "education")),
    )


def _job(node: Node) -> Position:
    period = _at(node, "period")
    title = _text(node, "position", "label") or _text(node, "position")
    return Position(
        _text(node, "employer", "name"), title, _moment(_at(period, "from"), is_end=False) or "", _end(period)
    )


def _end(period: Node | None) -> str | None:
    return _moment(_at(period, "to"), is_end=True) if period is not None else None


def _moment(node: Node | None, *, is_end: bool) -> str | None:
    """`Year="2019" Month="--03"`, or the same as elements."""
    if node is None:
        return None
    said = {str(name).casefold(): str(value) for name, value in node[1].items()}
    said |= {str(child[0]).casefold(): str(child[2]) for child in node[3] if child[2]}
    year, number = said.get("year", ""), said.get("month", "").strip("-")
    if not year:
        return month(str(node[2]), is_end=is_end)
    return month(f"{year}-{int(number):02d}" if number.isdecimal() else year, is_end=is_end)


def _study(node: Node) -> Study:
    end = _end(_at(node, "period"))
    return Study(_text(node, "title"), _text(node, "organisation", "name"), int(end[:4]) if end else None)


def _candidate(root: Node) -> Cv:
    person = _at(root, "candidateperson")
    names = [_text(person, "personname", "givenname"), _text(person, "personname", "familyname")]
    reach = {str(_text(one, "channelcode")).casefold(): one for one in _all(person, "communication")} if person else {}
    email, call = reach.get("email"), reach.get("telephone") or reach.get("mobiletelephone")
    dial = [_text(call, "countrydialing"), _text(call, "areadialing"), _text(call, "dialnumber")]
    codes = [code_of(_text(person, "primarylanguagecode")), *map(code_of, _spoken(root))]
    jobs = [job for one in _all(root, "employerhistory") for job in _jobs(one)]
    return Cv(
        name=" ".join(name for name in names if name),
        email=_text(email, "uri"),
        phone=_dialled(dial),
        city=_text(person, "cityname"),
        languages=tuple(dict.fromkeys(code for code in codes if code)),
        positions=tuple(one for one in jobs if one.title or one.employer),
        education=tuple(_attended(one) for one in _all(root, "educationorganizationattendance")),
    )


def _dialled(parts: Sequence[str]) -> str:
    country, area, number = parts
    plus = f"+{country.lstrip('+')}" if country else ""
    return " ".join(part for part in (plus, area, number) if part)


def _spoken(root: Node) -> Iterator[str]:
    for one in _all(root, "personcompetency"):
        if _text(one, "taxonomyid").casefold() == "language":
            yield _text(one, "competencyid") or _text(one, "competencyname")


def _jobs(employer: Node) -> Iterator[Position]:
    name = _text(employer, "organizationname")
    for one in _all(employer, "positionhistory"):
        start = month(_text(one, "startdate", "formatteddatetime") or _text(one, "startdate"), is_end=False)
        end = month(_text(one, "enddate", "formatteddatetime") or _text(one, "enddate"), is_end=True)
        yield Position(name, _text(one, "positiontitle"), start or "", end)


def _attended(node: Node) -> Study:
    end = month(_text(node, "enddate", "formatteddatetime") or _text(node, "enddate"), is_end=True)
    title = _text(node, "degreename") or _text(node, "programname")
    return Study(title, _text(node, "organizationname"), int(end[:4]) if end else None)
