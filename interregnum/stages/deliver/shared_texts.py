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
    "deliver.file_of_no_kind": _("This is no PDF, PNG, JPEG, Word, Excel or PowerPoint. Save it as one of these."),
    "deliver.office_damaged": _("This file is damaged. Open it, save it anew and try again."),
    "deliver.office_bomb": _("There is too much packed in this file. Save it as PDF and share that."),
    "deliver.office_locked": _("There is a password on this file. Take it off and try again."),
    "deliver.office_macros": _("There are macros in this file. Save it without macros and try again."),
    "deliver.office_nested": _("There is another file in this one. Take it out, or save the whole as PDF."),
    "deliver.office_elsewhere": _("This file fetches something from elsewhere. Save it as PDF and share that."),
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
