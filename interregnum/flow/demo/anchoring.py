"""What goes well is anchored in time: past the middle each result has its owner in the line. Invented."""

from datetime import datetime, timedelta

from interregnum.flow.demo.stories import expect
from interregnum.kernel.actor import Actor
from interregnum.kernel.period import local_day
from interregnum.stages.deliver.queries import plan_page
from interregnum.stages.ensure.actions.state_no_commission import state_no_commission
from interregnum.stages.ensure.queries.no_commission import months_worked
from interregnum.stages.handover.actions.succeed import answer_for_successor, name_successor
from interregnum.stages.handover.actions.write_card import Written, write_card

OWNERS = ("Lies Lijnvast", "Ton Teamleider", "Ria Regelneef")


def live_anchoring(assignment: str, *, client: Actor, manager: Actor, at: datetime) -> None:
    """Three weeks ago; of the last result the systems do not enforce it yet, and not everybody is trained."""
    written = at - timedelta(weeks=3)
    results = plan_page(assignment, seen_by=manager, on=local_day(at)).plan.results
    for place, result in enumerate(results):
        is_last = place == len(results) - 1
        card = Written(
            norm=result.target,
            owner=OWNERS[place % len(OWNERS)],
            deputy=OWNERS[(place + 1) % len(OWNERS)],
            sponsor=client.name,
            is_measured=True,
            procedure="Werkwijze in het handboek, hoofdstuk 4",
            approved_on=local_day(written),
            is_enforced=not is_last,
            trained=12 if is_last else 20,
            to_train=20,
            is_across=True,
            relapse_sign="Twee weken achter elkaar boven de norm.",
            relapse_action="De eigenaar roept de teamleiders bij elkaar en belt de directie.",
        )
        expect(write_card(result=result.code, card=card, by=manager, at=written))
    if results:
        expect(name_successor(assignment=assignment, name=OWNERS[0], by=client, at=written))
        words = "Ik wil het overnemen, met een dag in de week om in te werken."
        expect(answer_for_successor(assignment=assignment, agrees=True, words=words, by=client, at=written))


def state_past_months(assignment: str, *, manager: Actor, at: datetime) -> None:
    """Every month but the last one."""
    this_month = local_day(at).replace(day=1)
    over = [month for month in months_worked(assignment, manager=manager.manager or "") if month < this_month]
    for month in over[1:]:
        expect(state_no_commission(assignment=assignment, month=month, by=manager, at=at - timedelta(days=2)))
