"""Who may open which confidential notebook, and the keys that do it. Nothing else reads the tables of notebooks."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.models import Q, QuerySet
from django.http import Http404

from interregnum.kernel.actor import Actor, Role
from interregnum.outside.seal import SealError, opened, unseal
from interregnum.stages.deliver.queries import assignment_of, visible_to
from interregnum.stages.deliver.queries.visible import BY_NAME
from interregnum.stages.ensure.models import Notebook, NotebookEntry, ShadowAppointment, Sounding


def key_file() -> Path:
    """The key of the installation that opens the keys of notebooks; no backup holds it."""
    return Path(settings.KEYS_FOLDER) / "notebooks"


def appointment_of(assignment: str, *, seen_by: Actor) -> ShadowAppointment | None:
    """The two of an assignment, for one of the two. Raises Http404 for anybody else, the firm included."""
    if seen_by.role not in BY_NAME:
        raise Http404
    row = assignment_of(assignment, seen_by=seen_by)
    along = ("shadow", "assignment__manager", "assignment__organisation")
    return ShadowAppointment.objects.select_related(*along).filter(assignment=row).first()


def theirs(actor: Actor) -> Q:
    """The notebooks of somebody who is one of the two, and still is on the assignment."""
    match actor.role:
        case Role.MANAGER:
            return Q(manager__code=actor.manager)
        case Role.SHADOW:
            return Q(shadow__code=actor.code)
        case _:
            return Q(pk__in=())


def notebooks_of(actor: Actor) -> QuerySet[Any, Any]:
    """Their keys; of an assignment that is no longer theirs there is none."""
    rows = Notebook.objects.filter(theirs(actor), assignment__in=visible_to(actor).order_by().values("pk"))
    return rows.values("pk")


def are_both_there(notebook: Notebook) -> bool:
    """Whether the two still are those of the assignment: what is written to somebody who has gone, nobody reads."""
    row = notebook.assignment
    watched = ShadowAppointment.objects.filter(assignment=row, shadow_id=notebook.shadow_id)
    return row.manager_id == notebook.manager_id and watched.exists()


def sounding_of(code: str, *, seen_by: Actor) -> Sounding:
    """Raises Http404 for anybody but the two."""
    along = ("notebook__shadow", "notebook__manager", "notebook__assignment__organisation")
    row = Sounding.objects.select_related(*along).filter(code=code, notebook__in=notebooks_of(seen_by)).first()
    if row is None:
        raise Http404
    return row


def entry_of(code: str, *, seen_by: Actor) -> NotebookEntry:
    """Raises Http404 for anybody but the two."""
    along = ("notebook__shadow", "notebook__manager", "notebook__assignment", "written_by", "released")
    row = NotebookEntry.objects.select_related(*along).filter(code=code, notebook__in=notebooks_of(seen_by)).first()
    if row is None:
        raise Http404
    return row


def words_of(entry: NotebookEntry, key: bytes | None) -> str | None:
    """What was written; None when the key does not open it."""
    if key is None:
        return None
    try:
        return unseal(entry.sealed, key=key, place=entry.code)
    except SealError:
        return None


def key_of(notebook: Notebook) -> bytes | None:
    """None when the key of the installation is another one than it was sealed with."""
    try:
        return opened(notebook.sealed_key, key=key_file(), place=notebook.code)
    except SealError:
        return None
