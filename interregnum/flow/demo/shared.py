"""What the parties of one assignment share: a file in two versions, notes, and to-dos. All is invented."""

from datetime import UTC, date, datetime, time, timedelta

from interregnum.flow.demo.stories import expect
from interregnum.kernel.actor import Actor
from interregnum.stages.deliver.actions.share import add_version, share_file, share_note
from interregnum.stages.deliver.actions.tasks import add_task, finish_task
from interregnum.stages.deliver.rules.parties import Party
from interregnum.web.downloads import workbook

HEAD = ("Week", "Overdrachten", "Doorlooptijd in dagen")
FIRST = (("1", "412", "19"), ("2", "398", "18"))
SECOND = (*FIRST, ("3", "371", "16"), ("4", "352", "15"))


def share_things(assignment: str, *, client: Actor, manager: Actor, today: date) -> None:
    begun, lately = _at(today - timedelta(days=21)), _at(today - timedelta(days=3))
    everybody = frozenset(Party)
    file = share_file(
        assignment=assignment,
        title="Cijfers van de afhandeling (verzonnen)",
        content=workbook("Cijfers", HEAD, FIRST),
        readers=everybody,
        by=manager,
        at=begun,
    )
    expect(file)
    expect(add_version(file=str(file), content=workbook("Cijfers", HEAD, SECOND), by=client, at=lately))
    for text, by, at in (
        ("De ondernemingsraad wil bij het volgende overleg horen wat er met de roosters gebeurt.", client, begun),
        ("Het team oefent op dinsdag met de nieuwe werkwijze; wie wil kijken, is welkom.", manager, lately),
    ):
        expect(share_note(assignment=assignment, text=text, readers=everybody, by=by, at=at))
    done = add_task(
        assignment=assignment, what="Toegang tot de cijfers regelen", whose=Party.CLIENT,
        due_on=begun.date() + timedelta(days=7), by=manager, at=begun,
    )  # fmt: skip
    expect(done)
    expect(finish_task(task=str(done), by=client, at=begun + timedelta(days=4)))
    for what, whose, days in (
        ("Data voor de volgende oefendag kiezen", Party.CLIENT, 5),
        ("Werkinstructie laten nalezen door het team", Party.MANAGER, 9),
    ):
        due_on = today + timedelta(days=days)
        expect(add_task(assignment=assignment, what=what, whose=whose, due_on=due_on, by=manager, at=lately))


def _at(day: date) -> datetime:
    return datetime.combine(day, time(9), tzinfo=UTC)
