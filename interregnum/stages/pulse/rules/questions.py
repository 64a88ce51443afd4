"""The questions that are proposed for each category: answered from 1 (not at all) to 5 (fully).

They follow the five steps of readiness (they know why, want to, know how, can, and it holds), in the words of the
work. They ask what somebody sees and needs, never how somebody feels: no emotion is inferred at work.
"""

from interregnum.kernel.lists import Category
from interregnum.stages.pulse.rules.setting_up import Question

WHY = Question("Ik weet waarom wij dit veranderen.", "I know why we are changing this.")
HOW = Question("Ik weet wat er van mij wordt verwacht.", "I know what is expected of me.")
ABLE = Question("Ik krijg de tijd en de hulp die ik nodig heb.", "I get the time and the help that I need.")
HEARD = Question("Met wat ik zeg wordt iets gedaan.", "Something is done with what I say.")
HOLDS = Question("Ik zie dat het in mijn werk beter gaat.", "I see that things go better in my work.")

PROPOSED: dict[Category, tuple[Question, ...]] = {
    Category.CHANGE: (WHY, HOW, ABLE, HEARD, HOLDS),
    Category.BRIDGING: (
        Question("Ik weet bij wie ik terechtkan.", "I know whom to turn to."),
        Question("Beslissingen worden op tijd genomen.", "Decisions are taken in time."),
        HOW,
        HEARD,
        Question("Het werk gaat goed door.", "The work goes on well."),
    ),
    Category.PROJECT: (
        Question("Ik weet wat dit project mij oplevert.", "I know what this project brings me."),
        HOW,
        ABLE,
        HEARD,
        Question("Ik kan met de nieuwe werkwijze uit de voeten.", "I can work well in the new way."),
    ),
    Category.CRISIS: (
        Question("Ik weet wat er nu aan de hand is.", "I know what is going on now."),
        Question("Ik weet wat nu voorgaat.", "I know what comes first now."),
        Question("Beslissingen worden op tijd genomen.", "Decisions are taken in time."),
        ABLE,
        Question("Ik zie dat de rust terugkeert.", "I see that calm is returning."),
    ),
    Category.EXPERTISE: (
        WHY,
        Question("Wat er wordt bedacht, past bij ons werk.", "What is thought up fits our work."),
        ABLE,
        HEARD,
        Question("Wat nieuw is, kunnen wij straks zelf.", "What is new, we shall soon do ourselves."),
    ),
}
