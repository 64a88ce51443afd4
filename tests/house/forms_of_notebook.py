"""The forms of the confidential notebook, and what they are about."""

from typing import Any

from interregnum.kernel.actor import Role
from interregnum.stages.ensure.actions.keep_notebook import answer_sounding, ask_shadow, release_entry, write_note
from interregnum.stages.ensure.models import NotebookEntry, Sounding
from interregnum.stages.ensure.rules.notebook import ReleaseReason
from tests.house.forms_of_assignments import AT

TALK = "2026-03-20T10:00"
FORMS_OF_NOTEBOOK: dict[str, dict[str, Any]] = {
    **{f"{desk}:ensure-notebook": {"text": "De directeur houdt zich stil."} for desk in ("manager", "shadow")},
    **{f"{desk}:ensure-sounding": {"text": "Vraag hem ernaar."} for desk in ("manager", "shadow")},
    **{
        f"{desk}:ensure-release": {"reason": "integrity", "why": "Dit mag niet.", "was_told": "on"}
        for desk in ("manager", "shadow")
    },
    "manager:ensure-ask": {"text": "Hoe krijg ik het besluit los?"},
    "shadow:ensure-talk": {"talk_at": TALK},
    "shadow:ensure-close": {"minutes": "40"},
}
WHOM_OF_NOTEBOOK = {
    address: (Role.MANAGER if address.startswith("manager") else Role.SHADOW, "guarded")
    for address in FORMS_OF_NOTEBOOK
}
OBJECTS_OF_NOTEBOOK = {
    **{f"{desk}:ensure-notebook": "assignment" for desk in ("manager", "shadow")},
    "manager:ensure-ask": "assignment",
}


def sounding_of(life: Any) -> str:
    """Something that Max asked and nobody closed."""
    row = Sounding.objects.filter(notebook__assignment__code=life.assignment, closed_at=None).first()
    if row is not None:
        return row.code
    made = ask_shadow(assignment=life.assignment, text="Hoe verder?", by=life.max, at=AT)
    assert isinstance(made, str), made
    return made


def entry_of(life: Any) -> str:
    """A note of Max that was not released."""
    notes = NotebookEntry.objects.filter(notebook__assignment__code=life.assignment, sounding=None, released=None)
    if (row := notes.first()) is not None:
        return row.code
    made = write_note(assignment=life.assignment, text="Ik twijfel.", by=life.max, at=AT)
    assert isinstance(made, str), made
    return made


def all_of_notebook(life: Any, kept: str, released: str) -> None:
    """Something that was asked and answered, with the words of one; and an entry that was released, with the others."""
    sara, told = life.cast.actor(life.cast.sara), {"assignment": life.assignment, "by": life.max, "at": AT}
    sounding = ask_shadow(text=f"Hoe verder? {kept}", **told)
    assert answer_sounding(sounding=str(sounding), text=f"Vraag de sponsor. {kept}", by=sara, at=AT) is None
    entry = write_note(text=f"Hij tekende zelf. {released}", **told)
    reason = {"reason": ReleaseReason.INTEGRITY, "why": f"Dit mag niet. {released}", "was_told": True}
    assert isinstance(release_entry(entry=str(entry), **reason, by=sara, at=AT), str)


MADE_OF_NOTEBOOK = {
    "manager:ensure-sounding": sounding_of,
    **{f"shadow:ensure-{page}": sounding_of for page in ("sounding", "talk", "close")},
    **{f"{desk}:ensure-release": entry_of for desk in ("manager", "shadow")},
}
