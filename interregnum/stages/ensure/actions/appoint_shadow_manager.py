"""G2: the bureau appoints a shadow manager to an assignment, once, with the reason why this one."""

from datetime import datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.lists import Assurance
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.parameters.values import value
from interregnum.people.models import Account
from interregnum.people.post import write_to
from interregnum.people.site import link_to
from interregnum.stages.deliver.actions.tell import objects_of
from interregnum.stages.deliver.queries import AssignmentFacts, account_owners_of, assignment_of, facts_of
from interregnum.stages.deliver.rules.states import AssignmentState
from interregnum.stages.ensure.actions.state_independence import keep_statement
from interregnum.stages.ensure.facts import ShadowAppointed
from interregnum.stages.ensure.models import ShadowAppointment
from interregnum.stages.ensure.queries.appointments import loads, standing_of
from interregnum.stages.ensure.rules.independence import Standing, independence


@action
def appoint_shadow_manager(
    *,
    assignment: str,
    shadow: str,
    reason: str,
    is_independent: bool,
    intensity: Assurance = Assurance.LIGHT,
    by: Actor,
    at: datetime,
) -> str | Refused:
    """Appoint by account code; returns the code of the appointment. Independence is checked at this very moment;
    `is_independent`: who appoints says: no bonus on this client, no reporting line and no tie to the manager."""
    row = assignment_of(assignment, seen_by=by)
    if row.state == AssignmentState.CLOSED:
        return Refused.because("ensure.closed")
    # Of two appointments of one person at once, the second waits here, and then counts the first.
    person = Account.objects.select_for_update(no_key=True).filter(code=shadow).first()
    if person is None:
        return Refused.because("ensure.no_shadow_manager", "shadow")
    standing = _standing(person, facts_of(row), is_stated=is_independent)
    answer = independence(standing, most=value("ensure.most_assignments", on=local_day(at)))
    if isinstance(answer, Refused):
        return answer
    # The table takes one row for each assignment: of two people at once, one is first.
    appointment, is_new = ShadowAppointment.objects.get_or_create(
        assignment=row,
        defaults={
            "shadow": person,
            "reason": reason,
            "intensity": intensity,
            "appointed_at": at,
            "appointed_by": Account.objects.get(code=by.code),
        },
    )
    if not is_new:
        return Refused.because("ensure.already_appointed")
    keep_statement(row, person, by=by, at=at)
    record(ShadowAppointed(assignment=row.code, account=person.code), by=by, at=at)
    _tell(person, facts_of(row), about=objects_of(row))
    return str(appointment.code)


def _standing(person: Account, facts: AssignmentFacts, *, is_stated: bool) -> Standing:
    owners = account_owners_of(facts.organisation)
    return standing_of(person, facts, load=loads().get(person.code, 0), owners=owners, is_stated=is_stated)


def _tell(person: Account, facts: AssignmentFacts, *, about: tuple[str, ...]) -> None:
    write_to(
        email=person.email,
        language=person.language,
        template="mail/shadow_appointed.txt",
        about=about,
        name=person.name,
        number=facts.number,
        link=link_to("shadow:deliver-assignment", facts.code),
    )
