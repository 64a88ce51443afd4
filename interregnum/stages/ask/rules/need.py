"""B1: would advice be enough, does it take a manager, or neither? The client is told honestly, and why."""

from interregnum.kernel.lists import Category, Level, Need
from interregnum.stages.ask.rules.finding import Hit, Reading
from interregnum.stages.ask.rules.level import WITH_AUTHORITY, seats_asked
from interregnum.stages.ask.rules.points import points

_SURELY = 4
# Who tells a problem in so many words and asks somebody for it wants it solved.
_A_STORY = 20


def need_of(reading: Reading) -> Need:
    """B1: the first of these that the text supports: permanent, not our trade, not now, advice, a manager.

    A specialist who is asked for and is of our trade comes as the manager of that subject.
    """
    said = points(reading.of("need"))
    temporary = bool(reading.of("interim"))
    lead = _lead(reading, said, temporary)
    if said.get(Need.PERMANENT, 0) and not temporary:
        return Need.PERMANENT
    if _not_our_trade(reading, lead):
        return Need.OUT_OF_SCOPE
    if said.get(Need.NOT_NOW, 0) > lead:
        return Need.NOT_NOW
    advice = _advice(reading, said, lead)
    if advice is not None:
        return advice
    told = len(reading.words) >= _A_STORY and bool(reading.of("ask"))
    return Need.MANAGER if lead or told or Level.SPECIALIST in seats_asked(reading) else Need.UNCLEAR


def _lead(reading: Reading, said: dict[str, int], temporary: bool) -> int:
    """What speaks for someone who leads: the task, and the leaders named where someone is asked for a while."""
    tasks = [hit.concept.weight for hit in reading.of("category") if _is_led(hit)]
    asked = any(hit.asked for hit in reading.of("need", Need.MANAGER))
    return max(tasks, default=0) + (said.get(Need.MANAGER, 0) if asked or temporary else 0)


def _is_led(hit: Hit) -> bool:
    """What is carried out by change or a project is led by someone; so is a shop that someone must mind."""
    if hit.concept.code == Category.BRIDGING:
        return hit.concept.weight >= _SURELY
    return hit.asked and hit.concept.code in (Category.CHANGE, Category.PROJECT)


def _not_our_trade(reading: Reading, lead: int) -> bool:
    """Someone who carries out is asked for, and no seat that leads; goods are nobody's seat."""
    asked = [hit for hit in reading.of("need", Need.OUT_OF_SCOPE) if hit.asked or not hit.concept.title]
    if not asked:
        return False
    return not seats_asked(reading) & WITH_AUTHORITY or points(asked)[Need.OUT_OF_SCOPE] > lead


def _advice(reading: Reading, said: dict[str, int], lead: int) -> Need | None:
    """B1: advice alone; or advice first, when the client does not yet know what must be done."""
    if any(hit.concept.name == "only_advice" for hit in reading.of("need", Need.ADVISER)):
        return Need.ADVISER
    advice = said.get(Need.ADVISER, 0)
    if said.get(Need.ADVICE_FIRST, 0) and advice:
        return Need.ADVICE_FIRST
    seated = any(hit.concept.name == "interim_title" for hit in reading.of("interim"))
    return Need.ADVISER if advice > lead and not seated else None
