"""How far a job is, as a page shows it to whoever started it."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from interregnum.jobs.queries import JobLine, progress_of
from interregnum.jobs.texts import reason_words
from interregnum.kernel.actor import Actor
from interregnum.web.pieces import Badge, Meter, Tone
from interregnum.web.templatetags.web import moment


@dataclass(frozen=True)
class ProgressPiece:
    """What web/pieces/progress.html draws; `url` is asked again as long as the job `is_moving`."""

    url: str
    called: object
    badge: Badge
    meter: Meter | None
    note: object
    is_moving: bool


def progress_piece(code: str, *, seen_by: Actor) -> ProgressPiece:
    """For `code = start(job, …, by=actor.code)`. Raises Http404 when somebody else started it."""
    found = progress_of(code, seen_by=seen_by)
    badge = {
        "waiting": Badge(_("Waiting"), Tone.INFO),
        "running": Badge(_("Under way"), Tone.INFO),
        "done": Badge(_("Done"), Tone.GOOD),
        "failed": Badge(_("Failed"), Tone.BAD),
    }[found.state]
    job = found.job
    has_meter = job is not None and found.state == "running" and job.of
    return ProgressPiece(
        url=reverse("progress", args=[code]),
        called=job.called if job else "",
        badge=badge,
        meter=Meter(_("Done"), job.done, job.of) if job and has_meter else None,
        note=_note(job, is_anybody_there=found.is_anybody_there) if job else "",
        is_moving=found.state in {"waiting", "running"},
    )


def _note(job: JobLine, *, is_anybody_there: bool) -> object:
    """Why it does not go on, or what happens next."""
    why = reason_words(job.kind, job.reason)
    match job.state:
        case "failed":
            return _("%(why)s Nothing of it was lost: try again, or ask the bureau.") % {"why": why}
        case "waiting" if not is_anybody_there:
            return _("The worker is not running. This begins as soon as it does.")
        case "waiting" if why:
            return _("%(why)s It is tried again at %(moment)s.") % {"why": why, "moment": moment(job.again_at)}
        case "waiting" | "running":
            return _("You may leave this page: the work goes on.")
    return ""
