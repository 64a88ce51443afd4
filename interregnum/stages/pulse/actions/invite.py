"""Employees are mailed a link of their own for a round: a few at a time, so that nobody waits for it who works."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from interregnum.jobs.queue import job
from interregnum.kernel.period import local_day
from interregnum.outside.chance import new_token
from interregnum.people.post import write_to
from interregnum.people.site import link_to
from interregnum.stages.pulse.models import Address, Round, Ticket
from interregnum.stages.pulse.queries.links import hash_of
from interregnum.stages.pulse.queries.terms import floor_on
from interregnum.stages.pulse.rules.states import RoundState

AT_A_TIME = 50
TEMPLATE = "mail/pulse_asked.txt"


@job(called=_("Ask employees for a pulse"))
def invite_round(code: str) -> None:
    """Everybody on the list who was not asked in this round yet."""
    while _some(code):
        pass


@transaction.atomic
def _some(code: str) -> int:
    row = Round.objects.select_for_update(of=("self",)).select_related("survey").filter(code=code).first()
    if row is None or row.state != RoundState.OPEN:
        return 0
    floor = floor_on(local_day(timezone.now()))  # noqa: TID251 - the moment of writing
    waiting = row.survey.addresses.filter(asked_round__lt=row.number).select_related("group")
    some = list(waiting[:AT_A_TIME])
    tokens = {address.pk: new_token() for address in some}
    Ticket.objects.bulk_create(
        Ticket(
            round=row,
            group=address.group.code if address.group.people >= floor else "",
            token_hash=hash_of(tokens[address.pk]),
        )
        for address in some
    )
    for address in some:
        write_to(
            email=address.email,
            language=row.survey.language,
            template=TEMPLATE,
            is_secret=True,
            questions=len(row.survey.questions),
            until=row.closes_on,
            link=link_to("front:pulse-answer", tokens[address.pk]),
        )
    Address.objects.filter(pk__in=list(tokens)).update(asked_round=row.number)
    return len(some)
