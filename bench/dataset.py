"""A firm of the size that is promised: one lived life, multiplied by bulk inserts. A process of bench/load.py."""

import json
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import django

django.setup()

from django.db.models import Model  # noqa: E402 - the program must be awake first
from django.utils import timezone  # noqa: E402

from interregnum.flow.demo.invented_roster import roster_csv  # noqa: E402
from interregnum.kernel.actor import HOUSE, Role  # noqa: E402
from interregnum.kernel.period import local_day, monday_of  # noqa: E402
from interregnum.outside.chance import new_code  # noqa: E402
from interregnum.outside.sheets.read import read_sheet  # noqa: E402
from interregnum.people.accounts import actors_of  # noqa: E402
from interregnum.people.imports import import_sheet  # noqa: E402
from interregnum.people.models import Account, Manager, Organisation, Seat  # noqa: E402
from interregnum.people.rules.consent import Consent  # noqa: E402
from interregnum.people.rules.importing import ImportKind  # noqa: E402
from interregnum.stages.ask.models import Request, Triage  # noqa: E402
from interregnum.stages.brief.models import Brief  # noqa: E402
from interregnum.stages.choose.models import Candidacy, Proposal  # noqa: E402
from interregnum.stages.contract.actions.seal_documents import seal_documents  # noqa: E402
from interregnum.stages.contract.models import Agreement, Contract  # noqa: E402
from interregnum.stages.deliver.actions.report_week import report_week  # noqa: E402
from interregnum.stages.deliver.models import Assignment, MandateLine, Phase, WeeklyReport  # noqa: E402
from tests import life, world  # noqa: E402
from tests.drills.prepared import prepare  # noqa: E402

A_BATCH = 500
WEEKS = 4
# Of a firm with a thousand assignments: two or three for each client, one or two for each manager.
CLIENTS, LEADERS = 400, 800


def copies(model: type[Model], rows: list[dict[str, Any]]) -> list[Any]:
    """As many copies of the table's first row as there are changes to it."""
    first = model._default_manager.order_by("pk").values().first()
    assert first is not None
    key = model._meta.pk.name
    base = {name: value for name, value in first.items() if name != key or model._meta.pk.remote_field}
    fresh = {"code": new_code} if "code" in base else {}
    made = [model(**(base | {name: make() for name, make in fresh.items()} | row)) for row in rows]
    return list(model._default_manager.bulk_create(made, batch_size=A_BATCH))


def multiply(
    assignments: int, requests: int, clients: list[Organisation], managers: list[Manager], today: date
) -> None:
    """Requests with their triage, and for the first of them everything up to some weeks of an assignment."""
    of = [clients[number % len(clients)].pk for number in range(requests)]
    asked = copies(Request, [{"organisation_id": each} for each in of])
    copies(Triage, [{"request_id": each.pk} for each in asked])
    first = asked[:assignments]
    briefs = copies(Brief, [{"request_id": each.pk} for each in first])
    proposals = copies(Proposal, [{"brief_id": each.pk} for each in briefs])
    led_by = [managers[number % len(managers)].pk for number in range(len(first))]
    both = list(zip(proposals, led_by, strict=True))
    chosen = copies(Candidacy, [{"proposal_id": proposal.pk, "manager_id": led} for proposal, led in both])
    contracts = copies(
        Contract,
        [
            {
                "number": f"C-2020-{number:05}",
                "candidacy_id": chosen[number].pk,
                "brief_id": briefs[number].pk,
                "organisation_id": of[number],
                "manager_id": led_by[number],
            }
            for number in range(len(first))
        ],
    )
    copies(Agreement, [{"contract_id": each.pk, "side": side} for each in contracts for side in ("client", "manager")])
    begun = monday_of(today) - timedelta(weeks=WEEKS)
    term = {"starts_on": begun, "ends_on": begun + timedelta(weeks=26)}
    opened = copies(
        Assignment,
        [
            {
                "number": f"A-2020-{number:05}",
                "contract_id": contracts[number].pk,
                "organisation_id": of[number],
                "manager_id": led_by[number],
            }
            | term
            for number in range(len(first))
        ],
    )
    domains = list(MandateLine.objects.order_by("pk").values_list("domain", flat=True)[:5])
    copies(MandateLine, [{"assignment_id": each.pk, "domain": domain} for each in opened for domain in domains])
    copies(Phase, [{"assignment_id": each.pk} for each in opened])
    mondays = [monday_of(today) - timedelta(weeks=number) for number in range(1, WEEKS + 1)]
    copies(WeeklyReport, [{"assignment_id": each.pk, "monday": monday} for each in opened for monday in mondays])


def accounts(role: Role, count: int, **seat: Any) -> list[Account]:
    made = Account.objects.bulk_create(
        Account(email=f"{role}{number}@example.org", name=f"{role} {number}", password="!") for number in range(count)
    )
    Seat.objects.bulk_create(
        Seat(account=account, role=role, **{name: given[number] for name, given in seat.items()})
        for number, account in enumerate(made)
    )
    return made


def main(managers: int, requests: int, assignments: int, people: int) -> None:
    found = prepare(1)
    sheet = read_sheet(roster_csv(managers=managers, seed=7, on=life.TODAY).encode())
    # They consented today, and what was signed is sealed: else the first night has all of that to do first.
    said = Consent(given_on=local_day(timezone.now()), source="Their own words")
    import_sheet(kind=ImportKind.ROSTER, sheet=sheet, by=HOUSE, at=timezone.now(), consent=said)
    seal_documents.call(Contract.objects.get().code)
    by = actors_of(Account.objects.get(email="max@example.org"))[0]
    week, at = life.week_of(monday_of(life.STARTS_ON)), life.NOW + timedelta(weeks=2)
    reported = report_week(assignment=found["assignments"][0], week=week, by=by, at=at)  # type: ignore[index]
    assert isinstance(reported, str), reported
    bank = Organisation.objects.order_by("pk").values().first() or {}
    organisations = Organisation.objects.bulk_create(
        Organisation(name=f"Proefbank {number}", sector=bank["sector"], city="Utrecht")
        for number in range(max(people, CLIENTS))
    )
    profiles = list(Manager.objects.exclude(email__in=["max@example.org", "olga@example.org"])[: max(people, LEADERS)])
    clients = accounts(Role.CLIENT, people, organisation=organisations)
    leaders = accounts(Role.MANAGER, people, manager=profiles[:people])
    multiply(assignments, requests, organisations, profiles, local_day(timezone.now()))
    bureau = [Account.objects.get(email=f"{name}@example.org") for name in ("bea", "anton")]
    own = {account.pk: account.seats.get() for account in clients + leaders}
    print(
        json.dumps(
            {
                "bureau": [[session(account), some()] for account in (bureau * people)[:people]],
                "client": [[session(each), some(organisation=own[each.pk].organisation_id)] for each in clients],
                "manager": [[session(each), some(manager=own[each.pk].manager_id)] for each in leaders],
            }
        )
    )


def session(account: Account) -> str:
    return world.browser(account).cookies["sessionid"].value


def some(**whose: Any) -> list[str]:
    return list(Assignment.objects.filter(**whose).values_list("code", flat=True)[:5])


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:]))
