"""The words of files, notes and to-dos that are shared."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from interregnum.people.texts import REFUSALS as PEOPLE
from interregnum.stages.deliver.rules.parties import Party

PARTIES: dict[Party, Any] = {
    Party.CLIENT: _("Client"),
    Party.MANAGER: _("Interim manager"),
    Party.SHADOW: _("Shadow manager"),
    Party.BUREAU: _("Bureau"),
}
SHARED_REFUSALS = {
    "deliver.closed": _("This assignment is closed."),
    "deliver.files_full": _("There are a hundred files here already. Add a version to one of them."),
    "deliver.notes_full": _("There are a hundred notes here already. Take one away first."),
    "deliver.tasks_full": _("There are a hundred open to-dos here already. Finish one first."),
    "deliver.file_untitled": _("Say what file it is."),
    "deliver.not_yours": _("Only the party that added this can take it away or put it back."),
    "deliver.file_gone": _("This was withdrawn already. Reload the page."),
    "deliver.file_there": _("This is there again already. Reload the page."),
    "deliver.note_empty": _("Write something first."),
    "deliver.task_empty": _("Say what is to be done."),
    "deliver.task_day": _("Choose a day from today on, and at most a year after the end of the assignment."),
    "deliver.task_done": _("Somebody has done this already. Reload the page."),
    "deliver.task_open": _("This is open again already. Reload the page."),
    "people.proof_too_large": PEOPLE["people.proof_too_large"],
    "people.proof_of_no_kind": _("This is no PDF, PNG or JPEG. Save the file as one of these."),
}
SHARED_FACTS = {
    "FileShared": _("A file was shared"),
    "FileWithdrawn": _("A shared file was withdrawn"),
    "FilePutBack": _("A shared file was put back"),
    "NoteShared": _("A note was shared"),
    "NoteWithdrawn": _("A shared note was taken away"),
    "TaskAdded": _("A to-do was added"),
    "TaskDone": _("A to-do was done"),
    "TaskOpenAgain": _("A to-do was opened again"),
}
