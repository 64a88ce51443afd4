"""What client and bureau write into the brief of a story, beyond what the request says. All is invented."""

from datetime import date
from typing import Any

from interregnum.flow.demo.stories import Story
from interregnum.kernel.lists import Category, Stakes
from interregnum.kernel.money import Money
from interregnum.stages.brief.rules.values import ResultWanted

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
