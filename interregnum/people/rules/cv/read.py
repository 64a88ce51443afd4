"""The one door: what stands in a document -> the fields of a CV."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from interregnum.people.rules.cv.europass import cv_of_xml
from interregnum.people.rules.cv.flow import streams_of
from interregnum.people.rules.cv.headings import Part, bare
from interregnum.people.rules.cv.json_resume import cv_of_json
from interregnum.people.rules.cv.languages import languages_of, listed
from interregnum.people.rules.cv.pages import streams_of_pages
from interregnum.people.rules.cv.person import city_of, email_of, name_of, phone_of
from interregnum.people.rules.cv.positions import positions_of
from interregnum.people.rules.cv.sections import Section, sections_of
from interregnum.people.rules.cv.studies import studies_of
from interregnum.people.rules.cv.titles import disciplines_of, levels_of
from interregnum.people.rules.cv.values import Cv, Line, Position, Remark, Streams, Study

_FEWEST_SIGNS = 40
_LANGUAGE_LABEL = re.compile(
    r"^(?:talen|talenkennis|languages?|taalvaardigheid|spreektalen)\s*[:\t]\s*(.+)$", re.IGNORECASE
)
_OF_OTHERS = frozenset({"referenties", "referentie", "references", "referees", "aanbevelingen"})


def read_cv(document: Mapping[str, Any]) -> Cv:
    """All that can be read, with a remark on whatever a person should look at.

    `document` is what outside/cvs tells of a file: pages of words, parts with lines, a text, or plain data.
    """
    match document["kind"]:
        case "json":
            return _rounded_off(cv_of_json(document["data"]), is_vague=False)
        case "xml":
            return _rounded_off(cv_of_xml(document["root"]), is_vague=False)
        case "pdf":
            streams = streams_of_pages(document["pages"])
            has_pictures = any(page["pictures"] for page in document["pages"])
        case _:
            streams, has_pictures = streams_of(document), bool(document.get("pictures"))
    every = [*streams.main, *(line for side in streams.beside for line in side), *streams.edges]
    if sum(len(line.text) for line in every) < _FEWEST_SIGNS:
        return Cv(warnings=(Remark("cv.scan" if has_pictures else "cv.no_text"),))
    return _of_streams(streams)


def text_of(document: Mapping[str, Any]) -> list[str]:
    """The lines of a document as a person reads them beside the fields."""
    if document["kind"] in {"json", "xml"}:
        return []
    streams = streams_of_pages(document["pages"]) if document["kind"] == "pdf" else streams_of(document)
    sides = [line.plain for side in streams.beside for line in side]
    return [*(line.plain for line in streams.edges), *(line.plain for line in streams.main), *sides]


def _of_streams(streams: Streams) -> Cv:
    parts = [section for lines in (streams.main, *streams.beside) for section in sections_of(lines)]
    positions, is_vague = _positions(parts)
    education = [study for section in parts if section.part is Part.STUDY for study in studies_of(section.lines)]
    if not positions and not any(section.part is Part.WORK for section in parts):
        positions, is_vague = _without_headings(parts)
    cv = _person(streams, parts)
    cv = replace(cv, languages=_languages(parts, streams), positions=tuple(positions), education=_once(education))
    return _rounded_off(cv, is_vague=is_vague)


def _positions(parts: Sequence[Section]) -> tuple[list[Position], bool]:
    found = [positions_of(section.lines) for section in parts if section.part is Part.WORK]
    return [one for positions, _vague in found for one in positions], any(vague for _positions, vague in found)


def _without_headings(parts: Sequence[Section]) -> tuple[list[Position], bool]:
    """A CV that never says where its work begins: whatever carries a period above the education."""
    loose = [section for section in parts if section.part in {None, Part.PROFILE, Part.OTHER}]
    found = [positions_of(section.lines) for section in loose]
    return [one for positions, _vague in found for one in positions], any(vague for _one, vague in found)


def _once(education: Iterable[Study]) -> tuple[Study, ...]:
    return tuple(dict.fromkeys(education))


def _person(streams: Streams, parts: Sequence[Section]) -> Cv:
    """Name and ways to be reached: first where they belong, then anywhere but among those of others."""
    near = [line for section in parts if section.part in {None, Part.PERSON} for line in _first(section)]
    near = [*near, *streams.edges]
    others = [
        line
        for section in parts
        if section.part not in {None, Part.PERSON, Part.WORK, Part.STUDY}
        for line in section.lines
        if not any(word in _OF_OTHERS for word in bare(line.text).split())
    ]
    texts, rest = [line.text for line in near], [line.text for line in others]
    email = email_of(texts) or email_of(rest)
    head = [
        line for section in parts if section.part in {None, Part.PERSON, Part.PROFILE} for line in section.lines[:14]
    ]
    return Cv(
        name=name_of([*head, *streams.edges], email) or name_of(_tops(streams), email),
        email=email,
        phone=phone_of(texts) or phone_of(rest),
        city=city_of(texts) or city_of(rest),
    )


def _first(section: Section) -> tuple[Line, ...]:
    return section.lines[:40]


def _tops(streams: Streams) -> list[Line]:
    return [line for lines in (streams.main, *streams.beside) for line in lines[:8]]


def _languages(parts: Sequence[Section], streams: Streams) -> tuple[str, ...]:
    said = [line.text for section in parts if section.part is Part.LANGUAGES for line in section.lines[:15]]
    if found := languages_of(said):
        return found
    every = [line.text.strip() for lines in (streams.main, *streams.beside) for line in lines]
    labelled = [match[1] for text in every if (match := _LANGUAGE_LABEL.match(text))]
    return languages_of(labelled) or listed(every)


def _rounded_off(cv: Cv, *, is_vague: bool) -> Cv:
    """Levels and disciplines of the functions, and remarks on what lacks."""
    titles = [one.title for one in cv.positions]
    remarks = list(cv.warnings)
    lacks = [name for name in ("name", "email", "phone", "city") if not getattr(cv, name)]
    if not cv.warnings:
        remarks += [Remark("cv.not_found", {"field": name}) for name in lacks]
        remarks += [] if cv.positions else [Remark("cv.no_positions")]
        remarks += [] if cv.education else [Remark("cv.no_education")]
    if is_vague:
        remarks.append(Remark("cv.vague_periods"))
    if any(not one.title or not one.employer for one in cv.positions):
        remarks.append(Remark("cv.half_positions"))
    return replace(cv, disciplines=disciplines_of(titles), levels=levels_of(titles), warnings=tuple(remarks))
