"""What a pulse among employees leaves behind: their addresses go soon after it, what they wrote after each round."""

from datetime import datetime
from typing import Any

from django.db.models import F, QuerySet
from django.db.models.functions import Coalesce

from interregnum.jobs.models import Mail
from interregnum.stages.pulse.actions.invite import TEMPLATE
from interregnum.stages.pulse.models import Round, Survey, Ticket


def with_addresses() -> QuerySet[Any]:
    """Pulses that hold addresses; one that never began counts from the last day of its assignment."""
    rows = Survey.objects.filter(addresses__isnull=False).order_by("pk").distinct()
    return rows.annotate(since=Coalesce(F("over_on"), F("assignment__ends_on")))


def forget_addresses(row: Survey, at: datetime) -> None:
    """With the mails that went there and the links in them; results stay."""
    emails = list(row.addresses.values_list("email", flat=True))
    for first in range(0, len(emails), 500):
        Mail.objects.filter(template=TEMPLATE, to__in=emails[first : first + 500]).delete()
    Ticket.objects.filter(round__survey=row).delete()
    row.addresses.all().delete()


def with_words() -> QuerySet[Any]:
    rows = Round.objects.filter(quotes__isnull=False).order_by("pk").distinct()
    return rows.annotate(since=F("closes_on"))


def forget_words(row: Round, at: datetime) -> None:
    row.quotes.all().delete()
