"""Takes rows of a roster over: a manager is known by e-mail address, and nobody is removed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime

from django.db.models import Q
from django.db.models.functions import Lower

from interregnum.journal.record import record
from interregnum.kernel.actor import Actor
from interregnum.kernel.lists import Category, Reason
from interregnum.people.consents import note_consent
from interregnum.people.facts import RosterImported
from interregnum.people.figures import COUNTED, declared_of, kept, proofs_of
from interregnum.people.merged import addresses_that_lead_on
from interregnum.people.models import Discipline, Manager, Sector
from interregnum.people.rules.consent import NOBODY_ASKED, Consent
from interregnum.people.rules.evidence import Counts, Proof, declared_anew, figures
from interregnum.people.rules.importing import Line, Outcome
from interregnum.people.rules.roster import RosterRow, new_row, unlike

MIX = ("operational", "adviser", "coach", "change")
PLAIN = tuple(field.name for field in fields(RosterRow) if field.name != "role_mix")


def row_of(manager: Manager) -> RosterRow:
    """A stored profile as a row of a roster, so that the two can be compared and written to a file."""
    lists = {
        name: tuple(getattr(manager, name)) for name in ("disciplines", "sectors", "languages", "former_employers")
    }
    cases: dict[str, Mapping[str, int]] = {
        "categories": {Category(code): number for code, number in manager.categories.items()},
        "reasons": {Reason(code): number for code, number in manager.reasons.items()},
    }
    values = {name: getattr(manager, name) for name in PLAIN}
    return RosterRow(**(values | lists | cases), role_mix=manager.role_mix)


class Roster:
    """D3: one passage through a roster."""

    def __init__(self, consent: Consent = NOBODY_ASKED) -> None:
        self.consent = consent
        self.lists = {"disciplines": _codes(Discipline), "sectors": _codes(Sector)}

    def checked(self, lines: Iterable[Line]) -> Iterator[Line]:
        """Refuse rows with a discipline or sub-sector that this firm does not have, and an address that comes again."""
        return unlike(self._listed(line) for line in lines)

    def _listed(self, line: Line) -> Line:
        unknown = [
            (name, code)
            for name, codes in self.lists.items()
            for code in line.values.get(name, ())  # type: ignore[attr-defined]
            if code not in codes
        ]
        for name, code in unknown:
            line = line.refused(name, code, "cell.unknown_code")
        return line

    def take(self, lines: Sequence[Line], *, is_trial: bool, by: Actor, at: datetime) -> list[Outcome]:
        present = _present(lines, is_trial=is_trial)
        addresses = [str(line.values["email"]).casefold() for line in lines]
        rows = [_merged(line, present.get(address)) for line, address in zip(lines, addresses, strict=True)]
        if not is_trial:
            _write([row for row in rows if row.outcome is not Outcome.UNCHANGED])
            self._note_consent(rows, addresses, by=by, at=at)
            counts = [row.outcome for row in rows]
            added, changed = counts.count(Outcome.ADDED), counts.count(Outcome.CHANGED)
            if added or changed:
                record(RosterImported(added=added, changed=changed), by=by, at=at)
        return [row.outcome for row in rows]

    def _note_consent(self, rows: Sequence["_Merged"], addresses: Sequence[str], *, by: Actor, at: datetime) -> None:
        added = {row.row.email for row in rows if row.outcome is Outcome.ADDED}
        note_consent(self.consent, added=added, known=addresses, by=by, at=at)


@dataclass(frozen=True)
class _Present:
    """A profile as it stands, what of its figures was declared, and what its cases prove."""

    row: RosterRow
    declared: Counts
    proofs: Sequence[Proof]


@dataclass(frozen=True)
class _Merged:
    row: RosterRow
    declared: Counts
    outcome: Outcome


def _present(lines: Sequence[Line], *, is_trial: bool) -> dict[str, _Present]:
    """The profiles that a lot of lines is about, by address; nobody judges a case of theirs until they are written."""
    addresses = [str(line.values["email"]).casefold() for line in lines]
    lead_on = addresses_that_lead_on(addresses)
    asked = Q(address__in=[one for one in addresses if one not in lead_on]) | Q(pk__in=lead_on.values())
    known = Manager.objects.annotate(address=Lower("email")).filter(asked).order_by("pk")
    managers = list(known if is_trial else known.select_for_update())
    proofs = proofs_of([manager.pk for manager in managers])
    found = {
        manager.pk: _Present(row_of(manager), declared_of(manager), proofs.get(manager.pk, ())) for manager in managers
    }
    by_address = {manager.email.casefold(): found[manager.pk] for manager in managers}
    return by_address | {address: found[key] for address, key in lead_on.items()}


def _codes(model: type[Discipline] | type[Sector]) -> set[str]:
    return set(model.objects.values_list("code", flat=True))


def _merged(line: Line, present: _Present | None) -> _Merged:
    """The profile as it becomes: what the file has no column for stays as it is, and what cases prove holds."""
    if present is None:
        row = new_row(line)
        return _Merged(row, Counts.of(row), Outcome.ADDED)
    # The address is what a manager is known by; its capitals are no change.
    said = replace(present.row, **{name: value for name, value in line.values.items() if name != "email"})  # type: ignore[arg-type]
    declared = declared_anew(present.declared, Counts.of(said), shown=Counts.of(present.row))
    row = _with(figures(declared, present.proofs), said)
    is_same = declared == present.declared and row == _with(Counts.of(present.row), present.row)
    return _Merged(row, declared, Outcome.UNCHANGED if is_same else Outcome.CHANGED)


def _with(shown: Counts, row: RosterRow) -> RosterRow:
    return replace(row, **{name: getattr(shown, name) for name in COUNTED})


def _write(rows: Sequence[_Merged]) -> None:
    """One statement for all rows; where two imports run at once, the later one has the last word."""
    written = [name for name in (*PLAIN, *MIX, "declared") if name != "email"]
    Manager.objects.bulk_create(
        # Two addresses may lead to one profile: its later line has the last word too.
        [_manager(row) for row in {row.row.email: row for row in rows}.values()],
        update_conflicts=True,
        unique_fields=["email"],
        update_fields=written,
    )


def _manager(merged: _Merged) -> Manager:
    row = merged.row
    values = {name: getattr(row, name) for name in PLAIN}
    lists = {name: list(value) for name, value in values.items() if isinstance(value, tuple)}
    cases = {name: {str(code): number for code, number in values[name].items()} for name in ("categories", "reasons")}
    mix = dict(zip(MIX, row.role_mix, strict=True))
    return Manager(**(values | lists | cases), **mix, declared=kept(merged.declared))
