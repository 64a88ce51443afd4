"""The firm's clauses as a partner reads and writes them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import zip_longest

from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import override

from interregnum.kernel.lists import Assurance, Category
from interregnum.kernel.money import Money
from interregnum.kernel.period import Period
from interregnum.kernel.refused import Reason
from interregnum.outside.documents import lost_signs
from interregnum.parameters.values import values
from interregnum.stages.brief.rules.differences import Difference, differences
from interregnum.stages.contract.models import ClauseVersion
from interregnum.stages.contract.queries.clauses import text_of
from interregnum.stages.contract.queries.lasting import lasting_terms
from interregnum.stages.contract.queries.shown import shown_values
from interregnum.stages.contract.rules.clauses import (
    SILENCE,
    WAIT,
    Assigned,
    FurtherTerms,
    GuaranteeTerms,
    lasting_values,
    silence_values,
    values_of,
    wait_values,
)
from interregnum.stages.contract.rules.costs import CAP_NOW, cap_values
from interregnum.stages.contract.rules.kinds import BY_CODE, CLAUSES, kind_of
from interregnum.stages.contract.rules.lasting import Lasting
from interregnum.stages.contract.rules.states import Deed, Side
from interregnum.stages.contract.rules.terms import ContractTerms
from interregnum.stages.contract.rules.wording import Paragraph, faults, filled, paragraphs
from interregnum.stages.contract.texts import REFUSALS
from interregnum.stages.contract.texts.clauses import DEEDS, FIELDS, LANGUAGE_NAMES, PARTS, WARNINGS
from interregnum.web.templatetags.web import day

LANGUAGES = ("nl", "en")
# The newest are what somebody looks for; the page stays within bounds however often a clause changed.
MOST = 20
# In the example, where the firm has none: working days of silence, days that a manager waits, euros of expenses.
SILENCE_SHOWN, WAIT_SHOWN, CAP_SHOWN = 5, 30, 500


@dataclass(frozen=True, kw_only=True)
class DeedLine:
    """A clause in one agreement: which version holds on the day, and the next one that will."""

    deed: Deed
    version: int
    valid_from: date
    is_left_out: bool
    coming: int
    coming_from: date | None


@dataclass(frozen=True)
class ClauseLine:
    code: str
    title: str
    deeds: tuple[DeedLine | None, ...]


@dataclass(frozen=True)
class MergeField:
    name: str
    meaning: object
    is_bound: bool


@dataclass(frozen=True)
class Changed:
    """A part of a clause that differs, by its label."""

    label: object
    lines: Sequence[object]


@dataclass(frozen=True, kw_only=True)
class VersionLine:
    number: int
    valid_from: date
    changed_at: datetime | None
    changed_by: str
    note: str
    holds: bool
    changed: tuple[Changed, ...]


@dataclass(frozen=True, kw_only=True)
class ClausePage:
    deed: Deed
    code: str
    title: str
    deed_title: object
    last: int
    fields: tuple[MergeField, ...]
    may_be_empty: bool
    warning: object
    words: Mapping[str, str]
    last_words: Mapping[str, str]
    versions: tuple[VersionLine, ...]


@dataclass(frozen=True)
class Preview:
    """How the words would read in one language with the values of an invented assignment, or what is wrong."""

    code: str
    language: object
    title: str
    paragraphs: tuple[Paragraph, ...]
    faults: tuple[str, ...]


def clause_lines(*, on: date) -> tuple[ClauseLine, ...]:
    """Every clause in the order of the agreements."""
    rows: dict[tuple[str, Deed], list[ClauseVersion]] = {}
    for row in ClauseVersion.objects.order_by("valid_from", "version"):
        rows.setdefault((row.clause, row.deed), []).append(row)
    return tuple(
        ClauseLine(
            kind.code, _title(kind.code, rows), tuple(_deed_line(rows.get((kind.code, deed)), on) for deed in Deed)
        )
        for kind in CLAUSES
        if any((kind.code, deed) in rows for deed in Deed)
    )


def _title(code: str, rows: Mapping[tuple[str, Deed], list[ClauseVersion]]) -> str:
    return next(text_of(rows[code, deed][-1]).title for deed in Deed if (code, deed) in rows)


def _deed_line(rows: list[ClauseVersion] | None, on: date) -> DeedLine | None:
    if not rows:
        return None
    held = [row for row in rows if row.valid_from <= on] or rows[:1]
    coming = next((row for row in rows if row.valid_from > on), None)
    return DeedLine(
        deed=held[-1].deed,
        version=held[-1].version,
        valid_from=held[-1].valid_from,
        is_left_out=not held[-1].text_nl,
        coming=coming.version if coming else 0,
        coming_from=coming.valid_from if coming else None,
    )


def clause_page(deed: str, code: str, *, on: date, version: str = "") -> ClausePage:
    """One clause; `version` puts an earlier text into the form. Raises Http404 for an unknown one."""
    if deed not in Deed:
        raise Http404
    rows = list(ClauseVersion.objects.select_related("changed_by").filter(deed=deed, clause=code).order_by("-version"))
    if not rows or code not in BY_CODE:
        raise Http404
    kind, last = kind_of(Deed(deed), code), rows[0]
    chosen = next((row for row in rows if str(row.version) == version), last)
    return ClausePage(
        deed=Deed(deed),
        code=code,
        title=text_of(last).title,
        deed_title=DEEDS[Deed(deed)],
        last=last.version,
        fields=tuple(MergeField(name, FIELDS[name], name in kind.bound) for name in kind.fields),
        may_be_empty=kind.may_be_empty,
        warning=WARNINGS.get(code, ""),
        words=_words(chosen),
        last_words=_words(last),
        versions=_versions(rows, on),
    )


def _versions(rows: Sequence[ClauseVersion], on: date) -> tuple[VersionLine, ...]:
    held = max(
        (row for row in rows if row.valid_from <= on), key=lambda row: (row.valid_from, row.version), default=None
    )
    return tuple(
        VersionLine(
            number=row.version,
            valid_from=row.valid_from,
            changed_at=row.changed_at,
            changed_by=row.changed_by.name if row.changed_by else "",
            note=row.note,
            holds=row is held,
            changed=changed(_words(before), _words(row)) if before else (),
        )
        for row, before in list(zip_longest(rows, rows[1:]))[:MOST]
    )


def _words(row: ClauseVersion) -> dict[str, str]:
    return {name: getattr(row, name) for name in PARTS}


def changed(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[Changed, ...]:
    """What differs, paragraph by paragraph."""
    found: tuple[Difference, ...] = differences(
        {name: paragraphs(before[name]) for name in PARTS}, {name: paragraphs(after[name]) for name in PARTS}
    )
    return tuple(Changed(PARTS[one.field], one.lines) for one in found)


def faults_of(deed: Deed, code: str, words: Mapping[str, str], language: str) -> tuple[Reason, ...]:
    """Every reason why these cannot be the words of a clause in one language."""
    place = f"text_{language}"
    text, other = words[place], next(words[f"text_{each}"] for each in LANGUAGES if each != language)
    if other.strip() and not text.strip():
        return (Reason("contract.clause_one_language", place),)
    lost = lost_signs((title := words[f"title_{language}"]) + text)
    signs = (Reason("contract.clause_signs", place, {"signs": " ".join(lost[:10])}),) if lost else ()
    loose = (Reason("contract.clause_title", f"title_{language}"),) if {"{", "}"} & set(title) else ()
    return (*signs, *loose, *faults(kind_of(deed, code), text, place=place))


def previews(deed: Deed, code: str, words: Mapping[str, str], *, on: date) -> tuple[Preview, ...]:
    """The words in both languages as they would stand in an agreement of today."""
    return tuple(_preview(deed, code, words, language, on) for language in LANGUAGES)


def _preview(deed: Deed, code: str, words: Mapping[str, str], language: str, on: date) -> Preview:
    reasons = tuple(str(REFUSALS[each.code]) % dict(each.facts) for each in faults_of(deed, code, words, language))
    parts: tuple[Paragraph, ...] = ()
    if not reasons:
        with override(language):
            parts = filled(words[f"text_{language}"], _samples(deed, on))
    return Preview(language, LANGUAGE_NAMES[language], words[f"title_{language}"], parts, reasons)


def _samples(deed: Deed, on: date) -> dict[str, str]:
    """The values of an invented assignment, with the amounts and terms that hold on the day."""
    held = values(
        "contract.notice_days",
        "contract.payment_days",
        "contract.guarantee",
        "contract.terms",
        SILENCE,
        WAIT,
        CAP_NOW,
        on=on,
    )
    terms = ContractTerms(
        term=Period(on, on + timedelta(weeks=26, days=-1)),
        days_a_week=4,
        client_rate=Money(1250),
        manager_rate=Money(1000),
        notice_days=held["contract.notice_days"],
        payment_days=held["contract.payment_days"],
    )
    assigned = Assigned(
        category=Category.CHANGE,
        problem=_("The backlog has doubled within a year."),
        result_wanted=_("Within half a year it is gone, and stays away."),
    )
    guarantee = GuaranteeTerms.from_values(held["contract.guarantee"])
    names = {"client": _("Example Bank"), "manager": _("M. Example"), "number": f"C-{on.year}-0001"}
    names |= {"framework": f"R-{on.year}-0001", "framework_day": day(on, "long")}
    side = Side.MANAGER if deed == Deed.MANAGER else Side.CLIENT
    further = FurtherTerms.from_values(held["contract.terms"])
    agreed = values_of(terms, guarantee, further, assigned, side=side)
    agreed |= silence_values(held[SILENCE] or SILENCE_SHOWN) | wait_values(held[WAIT] or WAIT_SHOWN)
    lasting = Lasting.from_values(lasting_terms(on=on))
    agreed |= lasting_values(lasting, category=assigned.category, assurance=Assurance.STANDARD)
    agreed |= cap_values(Money(held[CAP_NOW] or CAP_SHOWN))
    return shown_values(agreed) | names
