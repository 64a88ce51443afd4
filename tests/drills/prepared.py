"""What the drills find when they begin: the cast of the tests with a session for each, and assignments that run."""

from datetime import UTC, date, datetime, timedelta

from interregnum.kernel.period import local_day
from interregnum.outside.calendar import dutch_holidays
from interregnum.people.models import Account, Manager, Seat
from interregnum.stages.ask.rules.calling import next_working_day
from interregnum.stages.contract.models import Contract
from interregnum.stages.deliver.actions.pass_time import start_assignments
from tests import life, world
from tests.gates import let_pass

WEEKS_AGO = 6
# More lives than two hundred kills leave time for.
LEADERS = 60


def prepare(assignments: int) -> dict[str, object]:
    """Make them, as of some weeks ago; returns sessions and codes as plain values."""
    now = datetime.now(UTC)
    life.NOW = now - timedelta(weeks=WEEKS_AGO)
    life.TODAY = local_day(life.NOW)
    life.STARTS_ON = _working_day(life.TODAY + timedelta(days=7))
    cast = world.make_cast()
    _put_forward(life.TODAY)
    lives = [_signed(cast) for _ in range(assignments)]
    for lived in lives:
        let_pass(Contract.objects.get(code=lived.contract), at=now)
    start_assignments(now)
    people = {name: getattr(cast, name) for name in ("bea", "anton", "carla", "max", "sara")}
    return {
        "sessions": {name: world.browser(person).cookies["sessionid"].value for name, person in people.items()},
        "leaders": _leaders(),
        "assignments": [each.assignment for each in lives],
        "starts_on": _working_day(local_day(now) + timedelta(days=14)).isoformat(),
    }


def _working_day(earliest: date) -> date:
    """Nobody begins in a weekend or on a holiday."""
    return next_working_day(earliest, closed=dutch_holidays(earliest.year))


def _signed(cast: world.Cast) -> life.Life:
    """A life up to its signatures; the documents that the worker would make are made at once."""
    from interregnum.stages.contract.actions.make_documents import make_documents

    lived = life.Life(cast, until="accepted")
    make_documents.call(lived.contract)
    lived.half_signed()
    lived.signed()
    return lived


def _leaders() -> dict[str, tuple[str, str]]:
    """Managers by the code of their profile, with session and name: each life of a drill takes one that is free."""
    found = {}
    for number in range(LEADERS):
        name, email = f"Leider {number}", f"leider{number}@example.org"
        profile = world.make_manager(name=name, email=email, available_on=life.TODAY)
        account = Account.objects.create(email=email, name=name, password="!")
        Seat.objects.create(account=account, role="manager", manager=profile)
        found[profile.code] = (world.browser(account).cookies["sessionid"].value, name)
    return found


def _put_forward(day: object) -> None:
    """Nobody of the cast is free later than the drills begin."""
    Manager.objects.update(available_on=day)
