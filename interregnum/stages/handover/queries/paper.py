"""A2: the hand-over document in words: what the software knows of an assignment, and what its manager adds.

It says what the client may read: groups of five people or more, resistance in sums, and nobody's stance.
"""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.months import months_later
from interregnum.parameters.values import value
from interregnum.people.queries import firm
from interregnum.stages.contract.queries.lasting import lasting_of
from interregnum.stages.deliver.queries import assignment_picture
from interregnum.stages.deliver.queries.measured import last_measured
from interregnum.stages.deliver.queries.resistance_sums import resistance_sums
from interregnum.stages.deliver.queries.shared import TaskLine, shared_page
from interregnum.stages.deliver.rules.progress import way_percent
from interregnum.stages.handover.models import AnchorCard, Handover, HandoverDocument
from interregnum.stages.handover.queries.rows import index_and_gate, norm_of
from interregnum.stages.handover.rules.document import Entry, Moment, first_days
from interregnum.stages.handover.texts import MOMENTS
from interregnum.web.templatetags.web import day, number

TERMS = "handover.first_days"
# Signals that stay with the change when the manager has left; hours, reports and talks of the manager do not.
STAYS = frozenset(
    (
        "sponsor", "lag", "stakeholders", "pulse", "attendance_low", "old_way", "budget_unused", "staff_leaving",
        "odds_low", "ownerless", "readiness_low", "resistance_unmet",
    )
)  # fmt: skip


@dataclass(frozen=True)
class Section:
    """A heading with a table, and what the manager wrote under it; `nothing` is said where there is no line."""

    title: str
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    nothing: str = ""
    words: str = ""


def paper_of(row: Handover, document: HandoverDocument, *, on: date) -> dict[str, Any]:
    """All of a version in the language of now, for page, PDF and DOCX alike."""
    about = row.assignment
    board = Actor(role=Role.CLIENT, organisation=about.organisation.code)
    page = assignment_picture(about.code, seen_by=board, on=on)
    cards = _cards(row)
    tasks = shared_page(about.code, seen_by=board, on=on).open_tasks
    open_ones = [one for one in page.decisions if one.is_open]
    sections = [
        Section(_("What the successor must know first"), words=document.opening),
        _realised(about, cards),
        _owners(cards),
        _decisions(open_ones),
        _agreements(tasks, document.agreements),
        _groups(page.people.groups),
        _resistance(about.code, on),
        _risks(page.verdict.signals, cards, document.risks),
        _calendar(about, cards, open_ones, tasks, document.days),
        _contacts(row, page, cards, document.contacts),
    ]
    index, _gate = index_and_gate(row, on=on)
    title = _("Hand-over document")
    return {
        "language": get_language() or "nl",
        "firm": firm().name,
        "title": title,
        "number": page.number,
        "subject": _("%(manager)s at %(client)s") % {"manager": page.manager, "client": page.client},
        "version": _("Version %(number)s, %(day)s") % {"number": document.number, "day": day(on, "long")},
        "lead": _("The manager leaves on %(day)s. The future-proof index is %(index)s of 100.")
        % {"day": day(about.ends_on, "long"), "index": index.total},
        "name": f"{page.number}-{document.number}",
        "sections": [asdict(one) for one in sections if one.rows or one.nothing or one.words],
    }


@dataclass(frozen=True)
class _Known:
    """A result with its card, None where there is none."""

    result: Any
    card: AnchorCard | None

    def said(self, name: str) -> str:
        return str(getattr(self.card, name)) if self.card else ""


def _cards(row: Handover) -> list[_Known]:
    about: Any = row.assignment
    kept = {card.result_id: card for card in row.cards.all()}
    return [_Known(one, kept.get(one.pk)) for one in about.results.order_by("position", "pk")]


def _realised(about: Any, cards: list[_Known]) -> Section:
    last = last_measured(about.code)
    head = (_("Result"), _("Start"), _("Norm"), _("Now"), _("Realised"))
    rows = tuple(_result(one, last.get(one.result.code)) for one in cards)
    return Section(_("What was reached"), head, rows, _("No results are agreed yet."))


def _result(one: _Known, value: Any) -> tuple[str, ...]:
    baseline, norm = one.result.baseline, norm_of(one.result, one.card)
    way = "–" if value is None or norm == baseline else f"{max(0, way_percent(baseline, norm, value=value))} %"
    title = f"{one.result.title} ({one.result.unit})"
    return (title, number(baseline), number(norm), "–" if value is None else number(value), way)


def _owners(cards: list[_Known]) -> Section:
    head = (_("Result"), _("Owner in the line"), _("Deputy of the owner"), _("Senior sponsor"), _("Procedure"))
    names = ("owner", "deputy", "sponsor", "procedure")
    rows = tuple((one.result.title, *(one.said(name) or "–" for name in names)) for one in cards)
    return Section(_("Who holds it"), head, rows)


def _decisions(open_ones: list[Any]) -> Section:
    head = (_("Decision"), _("By whom"), "")
    rows = tuple((one.what, one.whom, str(one.badge.text)) for one in open_ones)
    return Section(_("Open decisions"), head, rows, _("No decision is waited for."))


def _agreements(tasks: tuple[TaskLine, ...], words: str) -> Section:
    head = (_("What"), _("Whose it is"), _("By"))
    rows = tuple((one.what, str(one.whose), day(one.due_on)) for one in tasks)
    return Section(_("Agreements"), head, rows, _("No to-do is open."), words)


def _groups(groups: Any) -> Section:
    head = (_("Group"), _("How many"), _("Where they stand"))
    rows = tuple((one.who, _people(one.people), _bands(one.bands)) for one in groups)
    nothing = _("Nothing was told of groups yet. Groups of fewer than five people are never shown.")
    return Section(_("Stakeholders"), head, rows, nothing)


def _bands(bands: tuple[tuple[str, int], ...]) -> str:
    return "; ".join(f"{band}: {count}" for band, count in bands)


def _people(count: int) -> str:
    return ngettext("%(count)s person", "%(count)s people", count) % {"count": count}


def _resistance(assignment: str, on: date) -> Section:
    title, sums = _("Resistance"), resistance_sums(assignment, on=on)
    if sums is None:
        return Section(title, nothing=_("Too few people for a picture that names nobody."))
    rows = [(str(cause), _("seen %(count)s×") % {"count": count}) for cause, count in sums.causes]
    rows += [(str(one), _("helped %(count)s×") % {"count": count}) for one, count in sums.helped]
    return Section(title, (_("What was behind it, and what helped"), ""), tuple(rows))


def _risks(signals: Any, cards: list[_Known], words: str) -> Section:
    head = (_("Risk"), _("By which sign you see it"), _("What to do then"))
    rows = [
        (str(one.title), one.evidence, _("Must act: %(who)s") % {"who": one.who})
        for one in signals
        if one.code in STAYS
    ]
    rows += [
        (one.result.title, one.said("relapse_sign"), one.said("relapse_action") or "–")
        for one in cards
        if one.said("relapse_sign")
    ]
    return Section(_("Risks"), head, tuple(rows), _("No risk is known."), words)


def _calendar(
    about: Any, cards: list[_Known], decisions: list[Any], tasks: tuple[TaskLine, ...], words: str
) -> Section:
    known = value(TERMS, on=about.ends_on)
    entries = [Entry(one.due_on, Moment.DECISION, one.what) for one in decisions]
    entries += [Entry(one.due_on, Moment.TASK, f"{one.what} ({one.whose})") for one in tasks]
    entries.append(Entry(months_later(about.ends_on, lasting_of(about.contract).looks_back[0]), Moment.LOOK_BACK))
    owners = [f"{one.result.title}: {one.said('owner')}" for one in cards if one.said("owner")]
    found = first_days(about.ends_on, days=known["days"], every=known["every"], known=entries, owners=owners)
    title = _("The first %(count)s days") % {"count": known["days"]}
    return Section(title, (_("Day"), _("What")), tuple((day(one.on), _moment(one)) for one in found), "", words)


def _moment(one: Entry) -> str:
    return f"{MOMENTS[one.moment]}: {one.about}" if one.about else str(MOMENTS[one.moment])


def _contacts(row: Handover, page: Any, cards: list[_Known], words: str) -> Section:
    owners = {one.said("owner"): one.result.title for one in cards if one.said("owner")}
    known = [
        (_("Successor in the line"), row.successor),
        *((_("Owner of: %(result)s") % {"result": title}, name) for name, title in owners.items()),
        (_("Interim manager"), page.manager),
        (_("Shadow manager"), page.beside.shadow),
        (_("Firm"), firm().name),
    ]
    rows = tuple((label, name) for label, name in known if name)
    return Section(_("Contacts"), (_("Role"), _("Name")), rows, "", words)
