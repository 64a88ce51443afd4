"""The words of the closed lists, in the language of the reader: one dictionary for each enum of the kernel."""

from enum import StrEnum

from django.conf.locale import LANG_INFO
from django.utils.functional import Promise
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

from interregnum.kernel.actor import Role
from interregnum.kernel.lists import Assurance, Category, Context, Ground, Level, Need, Reason, Stakes, Urgency
from interregnum.people.papers_texts import COVER, LEGAL_FORM, WORK_RIGHT

CATEGORY: dict[StrEnum, Promise] = {
    Category.CHANGE: _("Change management"),
    Category.BRIDGING: _("Bridging management"),
    Category.PROJECT: _("Project management"),
    Category.CRISIS: _("Crisis management"),
    Category.EXPERTISE: _("Expertise management"),
}
REASON: dict[StrEnum, Promise] = {
    Reason.RESTORE_ORDER: _("Restore order and calm"),
    Reason.ORGANISATION_DESIGN: _("Design or redesign the organisation"),
    Reason.PERFORMANCE: _("Improve performance"),
    Reason.KEEP_RUNNING: _("Keep a department or organisation running"),
    Reason.RUN_PROJECT: _("Run a project"),
}
GROUND: dict[StrEnum, Promise] = {
    Ground.CAPACITY: _("No time or capacity in house"),
    Ground.QUALITY: _("Not the quality in house"),
}
NEED: dict[StrEnum, Promise] = {
    Need.MANAGER: _("An interim manager"),
    Need.ADVISER: _("An adviser"),
    Need.ADVICE_FIRST: _("Advice first, then decide"),
    Need.PERMANENT: _("A permanent appointment"),
    Need.NOT_NOW: _("Nobody, for now"),
    Need.OUT_OF_SCOPE: _("Not something for this firm"),
    Need.UNCLEAR: _("Not clear yet"),
}
LEVEL: dict[StrEnum, Promise] = {
    Level.SUPERVISORY: _("Supervisory board"),
    Level.EXECUTIVE: _("Executive board"),
    Level.SENIOR: _("Senior management"),
    Level.MIDDLE: _("Middle management"),
    Level.TEAM: _("Team lead"),
    Level.PROGRAMME: _("Programme or project lead"),
    Level.SPECIALIST: _("Specialist"),
}
CONTEXT: dict[StrEnum, Promise] = {
    Context.PRIMARY: _("Primary process"),
    Context.SUPPORTING: _("Supporting process"),
    Context.PROJECT: _("Project"),
}
URGENCY: dict[StrEnum, Promise] = {
    Urgency.HIGH: _("Urgent"),
    Urgency.NORMAL: _("Normal"),
}
ASSURANCE: dict[StrEnum, Promise] = {
    Assurance.NONE: _("No extra assurance"),
    Assurance.LIGHT: _("Light"),
    Assurance.STANDARD: _("Standard"),
    Assurance.INTENSIVE: _("Intensive"),
}
STAKES: dict[StrEnum, Promise] = {
    Stakes.SMALL: _("A delay, and some money"),
    Stakes.CONSIDERABLE: _("Customers, staff or results suffer"),
    Stakes.GRAVE: _("The organisation itself, or those who rely on it, are harmed"),
}
ROLE: dict[StrEnum, Promise] = {
    Role.PARTNER: _("Partner"),
    Role.ACCOUNT_MANAGER: _("Account manager"),
    Role.BACK_OFFICE: _("Back office"),
    Role.AUDITOR: _("Auditor"),
    Role.CLIENT: _("Client"),
    Role.DELEGATE: _("Client's delegate"),
    Role.MANAGER: _("Interim manager"),
    Role.SHADOW: _("Shadow manager"),
    Role.VISITOR: _("Visitor"),
    Role.HOUSE: _("The software itself"),
}
ROLE_MIX: tuple[Promise, ...] = (_("Operational manager"), _("Adviser"), _("Coach"), _("Change manager"))

WORDS: dict[str, dict[StrEnum, Promise]] = {
    "category": CATEGORY,
    "reason": REASON,
    "ground": GROUND,
    "need": NEED,
    "level": LEVEL,
    "context": CONTEXT,
    "urgency": URGENCY,
    "assurance": ASSURANCE,
    "stakes": STAKES,
    "role": ROLE,
    "legal_form": LEGAL_FORM,
    "work_right": WORK_RIGHT,
    "cover": COVER,
}
_BY_TYPE = {type(member): words for words in WORDS.values() for member in words}


def word_of(member: object, kind: str = "") -> object:
    """The label of an enum's member, or of a plain code when `kind` names its list; "" stays ""."""
    words = WORDS[kind] if kind else _BY_TYPE.get(type(member), {})  # type: ignore[arg-type]
    return words.get(member, member)  # type: ignore[call-overload]


def choices(kind: str, *, empty: object | None = None) -> list[tuple[str, object]]:
    """The choices of a form field for one list, in its own order; `empty` is the first, unchosen one."""
    first = [] if empty is None else [("", empty)]
    return first + [(member.value, label) for member, label in WORDS[kind].items()]


def language_name(code: str) -> str:
    """A language in the language of the reader; one that has no name here by its code."""
    return str(get_language_info(code)["name_translated"]) if code in LANG_INFO else code
