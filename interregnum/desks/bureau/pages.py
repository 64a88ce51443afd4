"""What the templates of the bureau's own pages are given."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from interregnum.people.managers import ManagerPage, positions_of, studies_of
from interregnum.web.pieces import Definition, Figure, Meter
from interregnum.web.words import ROLE_MIX, language_name, word_of


@dataclass(frozen=True)
class ProfilePage:
    """A manager as the bureau sees one."""

    code: str
    name: str
    lead: str
    figures: tuple[Figure, ...]
    categories: tuple[Meter, ...]
    reasons: tuple[Meter, ...]
    roles: tuple[Meter, ...]
    terms: tuple[Definition, ...]
    contact: ManagerPage
    former_employers: tuple[str, ...]
    conflicts: tuple[str, ...]
    summary: str


def profile_page(manager: ManagerPage) -> ProfilePage:
    weeks = manager.first_result_weeks
    return ProfilePage(
        code=manager.code,
        name=manager.name,
        lead=f"{word_of(manager.level)} · {manager.place}",
        figures=(
            Figure(_("Day rate"), manager.day_rate, _("own rate, excluding VAT")),
            Figure(_("Available from"), manager.available_on, _days(manager.days_a_week)),
            Figure(
                _("First result"), "–" if weeks is None else weeks, _("weeks, median") if weeks else _("not measured")
            ),
            Figure(_("Cases with a referee"), manager.cases_with_referee, _deadlocks(manager.deadlocks_broken)),
        ),
        categories=_cases(manager.categories),
        reasons=_cases(manager.reasons),
        roles=tuple(
            Meter(label, part, 100, f"{part}%") for label, part in zip(ROLE_MIX, manager.role_mix, strict=True)
        ),
        terms=(
            Definition(_("Disciplines"), ", ".join(manager.disciplines)),
            Definition(_("Sub-sectors"), ", ".join(manager.sectors) or "–"),
            Definition(_("Languages"), ", ".join(map(language_name, manager.languages))),
            Definition(_("Travels"), _("up to %(km)s km") % {"km": manager.travel_km}),
            Definition(_("Wants a permanent job"), manager.wants_permanent),
        ),
        contact=manager,
        former_employers=manager.former_employers,
        conflicts=manager.conflicts,
        summary=manager.summary,
    )


def history_of(manager: str) -> dict[str, list[Definition]]:
    """Positions and education that were read from a CV."""
    positions = [
        Definition(_months(one.start_on, one.end_on), ", ".join(part for part in (one.title, one.employer) if part))
        for one in positions_of(manager)
    ]
    studies = [
        Definition(one.year or "–", ", ".join(part for part in (one.title, one.institute) if part))
        for one in studies_of(manager)
    ]
    return {"positions": positions, "studies": studies}


def _months(start: date | None, end: date | None) -> str:
    first, last = (f"{one:%Y-%m}" if one else "" for one in (start, end))
    return f"{first or '?'} – {last or _('now')}"


def _cases(found: object) -> tuple[Meter, ...]:
    """Bars on the scale of the highest one, five cases at least."""
    counts = dict(found)  # type: ignore[call-overload]
    most = max(5, *counts.values())
    return tuple(Meter(word_of(code), number, most, str(number)) for code, number in counts.items())


def _days(number: int) -> str:
    return ngettext("%(number)s day a week", "%(number)s days a week", number) % {"number": number}


def _deadlocks(number: int) -> str:
    return ngettext("%(number)s deadlock broken", "%(number)s deadlocks broken", number) % {"number": number}
