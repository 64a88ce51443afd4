"""What client and bureau write into the brief of a story, and say about its proposal. All is invented."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from interregnum.flow.demo.stories import Story, expect
from interregnum.kernel.actor import Actor
from interregnum.kernel.lists import Category, Stakes
from interregnum.kernel.money import Money
from interregnum.kernel.period import local_day
from interregnum.outside.calendar import dutch_holidays
from interregnum.stages.brief.rules.values import ResultWanted
from interregnum.stages.choose.actions.ask_question import answer_question, ask_question
from interregnum.stages.choose.actions.plan_talk import pick_slot, propose_talk
from interregnum.stages.choose.rules.talks import suggested

MANDATES = {
    Category.CRISIS: "Beslist alleen over wat de schade stopt; de directie hoort het dezelfde dag.",
    Category.EXPERTISE: "Beslist over de eigen aanpak en adviseert over de rest.",
}
MANDATE = "Beslist over planning, werkverdeling en inhuur tot € 25.000; meldt het achteraf in het weekgesprek."
STAKES = {Category.CRISIS: Stakes.GRAVE, Category.BRIDGING: Stakes.SMALL}


def told_of(story: Story, *, ends_on: date) -> dict[str, Any]:
    """The rest of the brief, as fields of `BriefValues`."""
    category = Category(story.category)
    return {
        "problem_owner": f"{story.client.contact}, directeur",
        "results": tuple(
            ResultWanted(
                title=one.title,
                unit=one.unit,
                baseline=one.baseline,
                target=one.target,
                due_on=ends_on,
                measured_by="Wekelijks, uit het eigen systeem van de afdeling.",
            )
            for one in story.goals
        ),
        "scope": "De afdeling zelf en wat er direct aan vastzit.",
        "limits": "Geen nieuw systeem en geen reorganisatie.",
        "mandate_wanted": MANDATES.get(category, MANDATE),
        "sponsor_hours": 2,
        "risks": "De middenlaag heeft eerder twee veranderingen zien stranden.",
        "successor": "Het hoofd van de afdeling, dat vanaf de tweede maand meeloopt.",
        "stakes": STAKES.get(category, Stakes.CONSIDERABLE),
        "budget": Money(story.ceiling) * (story.weeks * story.days),
    }


def talk_about(proposal: str, candidacy: str, *, client: Actor, owner: Actor, at: datetime, is_planned: bool) -> None:
    """The client asks something and hears the answer; the bureau proposes moments, and the client picks one or not."""
    asked = expect(ask_question(proposal=proposal, text="Kent deze manager ons soort systeem?", by=client, at=at))
    answer = "Ja, van twee eerdere opdrachten; het kostte daar een week om erin te komen."
    expect(answer_question(question=asked, answer=answer, by=owner, at=at + timedelta(hours=2)))
    slots = suggested(at, closed=dutch_holidays(local_day(at).year))
    later = at + timedelta(hours=3)
    expect(propose_talk(candidacy=candidacy, slots=slots, place="Bij u op kantoor", by=owner, at=later))
    if is_planned:
        picked = slots[0].astimezone(UTC).isoformat()
        expect(pick_slot(candidacy=candidacy, slot=picked, by=client, at=later + timedelta(hours=1)))
