"""What the pages of jobs and of mail are given, and their words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.paginator import Page, Paginator
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from interregnum.jobs.mails import mail_of
from interregnum.jobs.queries import STATES, JobFigures, JobLine, job_figures, job_line, jobs_in
from interregnum.jobs.states import MailState
from interregnum.jobs.texts import reason_words
from interregnum.kernel.actor import ALL_OF_THE_FIRM, Actor
from interregnum.outside.mail_server import keeps_in_folder
from interregnum.stages.ask.queries import requests_table
from interregnum.web.listing import PAGE_SIZE
from interregnum.web.mail_log import MAIL_STATE, MAIL_TROUBLE
from interregnum.web.pieces import Badge, Definition, Figure, Meter, Tab, Table, Tone
from interregnum.web.templatetags.web import moment
from interregnum.web.words import language_name

REFUSALS = {
    "jobs.not_failed": gettext_lazy("This job is no longer failed: somebody else was quicker. Look at the list."),
    "mail.reader_died": gettext_lazy("This is the address of a manager who died. Choose another address."),
    "mail.not_in_trouble": gettext_lazy("There is nothing to send again: the mail is on its way, or its text is gone."),
}
JOB_STATE = {
    "waiting": Badge(gettext_lazy("Waiting"), Tone.INFO),
    "running": Badge(gettext_lazy("Running"), Tone.WARN),
    "failed": Badge(gettext_lazy("Failed"), Tone.BAD),
}


@dataclass(frozen=True)
class JobCard:
    """One job in words."""

    id: str
    called: object
    argument: str
    badge: Badge
    since: datetime
    tries: str
    again_at: datetime | None
    why: object
    details: str
    meter: Meter | None
    is_failed: bool


@dataclass(frozen=True)
class JobsPage:
    """`is_moving`: something waits or runs, so that the page is worth looking at again."""

    figures: Sequence[Figure]
    tabs: Sequence[Tab]
    jobs: Sequence[JobCard]
    page: Page[Any]
    table: Table
    is_moving: bool


def jobs_page(*, state: str, number: str, today: datetime) -> JobsPage:
    """The jobs of one state ("" for all that are not done)."""
    state = state if state in STATES else ""
    found = job_figures(today=today)
    page = Paginator(jobs_in(state), PAGE_SIZE).get_page(number)
    address = reverse("bureau:jobs")
    return JobsPage(
        figures=_figures(found),
        tabs=_tabs(found, state, address),
        jobs=[_card(job_line(row)) for row in page],
        page=page,
        table=Table(id="jobs", columns=(), rows=(), base_url=address),
        is_moving=bool(found.waiting or found.running),
    )


def _figures(found: JobFigures) -> tuple[Figure, ...]:
    oldest = _("oldest since %(moment)s") % {"moment": moment(found.oldest_waiting)} if found.oldest_waiting else ""
    return (
        Figure(_("Waiting"), found.waiting, oldest),
        Figure(_("Running"), found.running),
        Figure(_("Failed"), found.failed, _("%(number)s of them today") % {"number": found.failed_today}),
    )


def _tabs(found: JobFigures, state: str, address: str) -> tuple[Tab, ...]:
    parts = (("waiting", found.waiting), ("running", found.running), ("failed", found.failed))
    return (
        Tab(_("All"), address, not state),
        *(Tab(JOB_STATE[name].text, f"{address}?state={name}", state == name, count) for name, count in parts),
    )


def _card(line: JobLine) -> JobCard:
    has_meter = line.state == "running" and line.of
    return JobCard(
        id=str(line.id),
        called=line.called,
        argument=line.argument,
        badge=JOB_STATE[line.state],
        since=line.since,
        tries=ngettext("tried %(number)s time", "tried %(number)s times", line.tries) % {"number": line.tries}
        if line.tries
        else "",
        again_at=line.again_at,
        why=reason_words(line.kind, line.reason),
        details="\n".join(part for part in (line.reason, line.traceback) if part),
        meter=Meter(_("Done"), line.done, line.of) if has_meter else None,
        is_failed=line.state == "failed",
    )


@dataclass(frozen=True)
class MailPage:
    """One mail; `text` is empty when it is not shown, and `untold` then says why. `trouble` says what is to be done."""

    code: str
    to: str
    subject: str
    badge: Badge
    facts: Sequence[Definition]
    text: str
    untold: object
    trouble: object
    can_send: bool
    elsewhere: str
    elsewhere_label: object


def mail_page(code: str, *, seen_by: Actor) -> MailPage:
    """One mail as the bureau sees it; an account manager those of the own portfolio. Raises Http404."""
    row = mail_of(code, about=portfolio(seen_by))
    is_hidden = row.is_secret and not keeps_in_folder()
    is_in_trouble = row.state in MAIL_TROUBLE and row.replaced_by is None
    other = row.replaced_by or row.digest
    return MailPage(
        code=row.code,
        to=row.to,
        subject=row.subject,
        badge=MAIL_STATE[row.state],
        facts=tuple(_facts_of(row)),
        text="" if is_hidden else row.text,
        untold=_("This mail holds a personal link that opens an account: only its reader may see it.")
        if is_hidden
        else _("The text was kept for 30 days and is gone."),
        trouble=_trouble(row) if is_in_trouble else "",
        can_send=is_in_trouble and bool(row.text),
        elsewhere=reverse("bureau:mail-one", args=[other.code]) if other else "",
        elsewhere_label=_("The mail that was sent in its place") if row.replaced_by else _("The day's news it was in"),
    )


def portfolio(actor: Actor) -> Any:
    """The codes of the requests whose mails somebody may know of; None for who knows of all."""
    return None if actor.role in ALL_OF_THE_FIRM else requests_table(seen_by=actor).order_by().values("code")


def _trouble(row: Any) -> object:
    if not row.text:
        return _("The link in it was for one reader alone and is gone. Invite them again on the page People.")
    if row.state is MailState.BOUNCED:
        return _("This address takes no mail. Correct it here and on the page of the person, and send it again.")
    return _("It could not be sent. When the cause is gone, send it again.")


def _facts_of(row: Any) -> list[Definition]:
    facts = [
        Definition(_("To"), row.to),
        Definition(_("Language"), language_name(row.language)),
        Definition(_("Written"), moment(row.written_at)),
        Definition(_("Sent"), moment(row.sent_at)),
        Definition(_("Came back"), moment(row.bounced_at)),
        Definition(_("Leaves after"), moment(row.not_before) if row.state is MailState.RESTING else ""),
        Definition(_("Tries"), row.tries),
    ]
    facts = [fact for fact in facts if fact.value != ""]
    if row.last_error:
        facts.append(Definition(_("Why it was not sent"), reason_words("", row.last_error)))
        facts.append(Definition(_("What the mail server said"), row.last_error))
    return facts
