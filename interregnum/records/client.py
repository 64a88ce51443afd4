"""What runs for a client: requests, contracts and assignments, as far as somebody may see them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import CharField, Value
from django.urls import reverse
from django.utils.text import Truncator

from interregnum.kernel.actor import HOUSE, Actor
from interregnum.stages.ask.queries.rows import visible_to as visible_requests
from interregnum.stages.contract.queries.access import visible_to as visible_contracts
from interregnum.stages.deliver.queries.visible import visible_to as visible_assignments
from interregnum.web.pieces import ToDo

MOST = 8
MOST_ROWS = 600
PAGES = {
    "request": "bureau:ask-triage",
    "contract": "bureau:contract-contract",
    "assignment": "bureau:deliver-assignment",
}


@dataclass(frozen=True)
class ClientObjects:
    """The newest of each kind as lines, and the codes of all whose story belongs to the client's."""

    requests: Sequence[ToDo]
    contracts: Sequence[ToDo]
    assignments: Sequence[ToDo]
    codes: tuple[str, ...]


def client_objects(code: str, *, seen_by: Actor) -> ClientObjects:
    """All three kinds in one question."""
    asked = [
        rows.filter(organisation__code=code).order_by().values_list(Value(kind, CharField()), "pk", "code", *columns)
        for kind, rows, columns in (
            ("request", visible_requests(seen_by), ("text", "contact_name")),
            ("contract", visible_contracts(seen_by), ("number", "manager__name")),
            ("assignment", visible_assignments(seen_by), ("number", "manager__name")),
        )
    ]
    rows = sorted(asked[0].union(*asked[1:], all=True).order_by()[:MOST_ROWS], key=lambda row: -row[1])
    lines = {kind: [_line(*row) for row in rows if row[0] == kind][:MOST] for kind in PAGES}
    return ClientObjects(lines["request"], lines["contract"], lines["assignment"], tuple(row[2] for row in rows))


def _line(kind: str, _key: int, code: str, called: str, note: str) -> ToDo:
    return ToDo(Truncator(called[:300]).words(12), reverse(PAGES[kind], args=[code]), note=note)


def organisation_behind(kind: str, code: str) -> str:
    """The code of the client to whom a request, contract or assignment belongs, "" while it has none."""
    visible = {"request": visible_requests, "contract": visible_contracts, "assignment": visible_assignments}[kind]
    return visible(HOUSE).filter(code=code).values_list("organisation__code", flat=True).first() or ""
