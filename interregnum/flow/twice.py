"""Who came on the roster is compared with everybody who is on it: one at once, many by the worker."""

from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from interregnum.jobs.queue import job
from interregnum.jobs.schedule import put_unless_waiting
from interregnum.kernel.actor import Actor
from interregnum.people.duplicates import look_at, look_for_duplicates
from interregnum.people.models import Manager


def one_came(fact: Any, _by: Actor, at: datetime) -> None:
    """A profile came, or got another name, number, firm or position."""
    if keys := list(Manager.objects.filter(code=fact.manager).values_list("pk", flat=True)):
        look_at(keys, at)


def many_came(_fact: Any, _by: Actor, _at: datetime) -> None:
    """A file brought some hundreds at a time: the worker looks once all over, not each time."""
    put_unless_waiting(find_who_came_twice)


@job(called=_("Find who stands on the roster twice"))
def find_who_came_twice() -> None:
    look_for_duplicates(timezone.now())  # noqa: TID251 - a job is its own clock
