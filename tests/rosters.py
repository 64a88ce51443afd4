"""Small rosters as files, for tests that import them. Nobody in them exists."""

import csv
import io
from datetime import timedelta

from interregnum.kernel.lists import Category, Level, Reason
from interregnum.kernel.money import Money
from interregnum.kernel.role_mix import RoleMix
from interregnum.outside.sheets.parse import rows_of_text
from interregnum.people.rules.importing import RowFault, guessed, lacking, read_lines
from interregnum.people.rules.roster import FIELDS, HEADER, RosterRow, new_row, roster_line, unlike
from tests.world import TODAY


def a_row(number: int) -> RosterRow:
    """An invented manager; the number makes the address and a few figures differ."""
    return RosterRow(
        name=f"Proefpersoon {number:03}",
        email=f"proef{number}@example.org",
        phone="06-00000001",
        place="Utrecht",
        travel_km=60,
        available_on=TODAY + timedelta(days=number % 60),
        days_a_week=1 + number % 5,
        day_rate=Money(900 + number),
        level=Level.SENIOR,
        disciplines=("back_office", "finance"),
        sectors=("bank",),
        languages=("nl", "en"),
        role_mix=RoleMix(40, 20, 20, 20),
        categories={Category.CHANGE: 1 + number % 4},
        reasons={Reason.PERFORMANCE: 2},
        first_result_weeks=None if number % 3 == 0 else 6,
        deadlocks_broken=1,
        cases_with_referee=2,
        former_employers=("Proefpolis N.V.",),
        wants_permanent=False,
        summary="Verzonnen profiel.",
    )


def read_roster(text: str) -> tuple[tuple[RosterRow, ...], tuple[RowFault, ...]]:
    """The managers of a CSV file and every fault in it; columns that lack are one fault, at line 1."""
    (_, headings), *rows = list(rows_of_text(text)) or [(1, [])]
    columns = guessed(headings, FIELDS)
    lacks = lacking(columns, FIELDS)
    if lacks:
        return (), (RowFault(1, "", ", ".join(lacks), "roster.header"),)
    lines = tuple(unlike(read_lines(rows, FIELDS, columns, width=len(headings))))
    good = tuple(new_row(line) for line in lines if not line.faults)
    return good, tuple(fault for line in lines for fault in line.faults)


def csv_of(*rows: RosterRow) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(HEADER)
    writer.writerows(roster_line(row) for row in rows)
    return out.getvalue()


def roster_csv(managers: int) -> str:
    return csv_of(*map(a_row, range(managers)))
