"""Mail to a person: written in the reader's language, put on the record with the facts that cause it.

A mail says that something waits and where, and nothing of its content: mailboxes are read by others.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.conf import settings
from django.db.models import Q
from django.template.loader import render_to_string
from django.utils.translation import override

from interregnum.jobs import post
from interregnum.jobs.states import MailState
from interregnum.kernel.actor import BUREAU, Actor, Role
from interregnum.people.mail_kinds import When, kind_of
from interregnum.people.models import Account, Firm, Manager
from interregnum.people.site import site_of
from interregnum.people.wishes import wishes_of

# In a list of links each has its words on the line before it.
BULLET = "• "


@dataclass(frozen=True)
class Paragraph:
    """A part of a mail: words, or a link to one of our own pages, with its words when it has any of its own."""

    text: str
    url: str = ""


def write_to(
    *,
    email: str,
    language: str,
    template: str,
    about: str | Sequence[str] = (),
    is_secret: bool = False,
    name_once: str | None = None,
    calendar: str = "",
    files: Sequence[post.Enclosed] = (),
    **context: object,
) -> None:
    """Write a mail in the reader's language; the first line of the template is the subject, `link` the page it names.

    `about` are the codes of the objects on whose pages it is listed, the closest first; a secret mail holds a link that
    opens somebody's account; a second one of the same `name_once` is not written. Whoever has an account is written to
    in the language and at the time that they chose, and nobody in the firm's quiet hours but for what is urgent.
    `calendar` is an invitation that goes along, as do `files`. To a manager who died nothing is written any more.
    """
    _mail(
        account_of(email),
        to=email,
        language=language,
        template=template,
        about=about,
        is_secret=is_secret,
        name_once=name_once,
        calendar=calendar,
        files=files,
        context=context,
    )


def _mail(
    account: Account | None,
    *,
    to: str,
    language: str,
    template: str,
    about: str | Sequence[str],
    context: dict[str, object],
    is_secret: bool = False,
    name_once: str | None = None,
    calendar: str = "",
    files: Sequence[post.Enclosed] = (),
) -> None:
    if has_died(to):
        return
    kind = kind_of(template)
    wishes = wishes_of(account or Account(language=language))
    # A link that opens a door comes in a mail of its own, never in the day's news.
    when = When.AT_ONCE if is_secret or account is None else wishes.when(kind)
    letter = letter_of(
        to=to,
        language=wishes.language,
        template=template,
        can_choose=bool(account and not kind.is_fixed),
        context=context,
    )
    post.put(
        replace(letter, calendar=calendar, files=files),
        about=(about,) if isinstance(about, str) else about,
        is_secret=is_secret,
        name=name_once,
        state=_STATE[when],
        quiet=None if kind.is_urgent else wishes.quiet,
    )


def write_to_account(account: str, *, template: str, about: Sequence[str], link: str, number: str = "") -> None:
    """Write to somebody by the code of their account, while it is open."""
    row = Account.objects.filter(code=account, is_active=True).first()
    if row:
        _write(row, template=template, about=about, link=link, number=number)


def write_to_bureau(
    *,
    by: Actor,
    template: str,
    about: Sequence[str],
    owner: str = "",
    link: str,
    number: str = "",
    only: Role | None = None,
    name_once: str = "",
) -> None:
    """Write to the account that guards something, or to the whole bureau while nobody does.

    Whoever guarded it and has left is written to no more: partners are, who see whatever it is. `only` narrows to one
    role; of one `name_once` each gets one mail. Whoever did what the mail is about, knows it already.
    """
    readers = Account.objects.filter(is_active=True, seats__role__in=[only] if only else BUREAU)
    if owner:
        guard = readers.filter(code=owner)
        readers = guard if guard.exists() else readers.filter(seats__role=Role.PARTNER)
    for row in readers.exclude(code=by.code).distinct().order_by("pk"):
        once = f"{name_once} {row.code}" if name_once else None
        _write(row, template=template, about=about, link=link, number=number, name_once=once)


def _write(
    row: Account, *, template: str, about: Sequence[str], link: str, number: str, name_once: str | None = None
) -> None:
    told: dict[str, object] = {"name": row.name, "link": link, "number": number}
    _mail(row, to=row.email, language=row.language, template=template, about=about, name_once=name_once, context=told)


def account_of(email: str) -> Account | None:
    """Whose address this is."""
    return Account.objects.filter(email=email.strip().lower()).first()


def has_died(email: str) -> bool:
    """Whether this is an address of a manager who died."""
    gone = Manager.objects.filter(died_at__isnull=False)
    return gone.filter(Q(email__iexact=email) | Q(seats__account__email__iexact=email)).exists()


_STATE = {When.AT_ONCE: MailState.WAITING, When.DIGEST: MailState.GATHERED, When.NEVER: MailState.UNWANTED}


def letter_of(*, to: str, language: str, template: str, can_choose: bool, context: dict[str, object]) -> post.Letter:
    """A mail as plain text and as HTML, made of the same words."""
    if "name" in context:
        context = context | {"name": plain_name(str(context["name"]))}
    with override(language):
        subject, _, text = render_to_string(template, context).strip().partition("\n")
        subject, text = " ".join(subject.split()), text.strip() + "\n"
        html = html_of(subject, text, language=language, can_choose=can_choose)
    link = str(context.get("link", ""))
    return post.Letter(
        to=to, subject=subject, text=text, html=html, link=link[:300], language=language, template=template
    )


def plain_name(name: str) -> str:
    """A name that no mail program takes for a link: whoever asks us something can type any address beside it."""
    return re.sub(r"\.(?=\S)", ". ", re.sub(r"[/:@<>\s]+", " ", name)).strip()[:120]


def html_of(subject: str, text: str, *, language: str, can_choose: bool = False) -> str:
    """The layout around the words of a mail. Only a line that is an address of our own site becomes a link."""
    firm = Firm.objects.first()
    own = site_of(firm)
    context = {
        "subject": subject,
        "paragraphs": list(_paragraphs(text, own)),
        "language": language,
        "firm": firm.name if firm else "",
        "place": firm.city if firm else "",
        "wishes_url": f"{own}/account/mail/" if can_choose else "",
    }
    with override(language):
        return render_to_string("mail/layout.html", context)


def _paragraphs(text: str, own: str) -> list[Paragraph]:
    # What gathered for the day's news may begin with the address of before.
    begins = (f"{own}/", f"{settings.SITE}/")
    found: list[Paragraph] = []
    for part in text.strip().split("\n\n"):
        words: list[str] = []
        for line in part.splitlines():
            if line.startswith(begins):
                label = words.pop().removeprefix(BULLET) if words and words[-1].startswith(BULLET) else ""
                found += [Paragraph("\n".join(words))] if words else []
                found.append(Paragraph(label, line))
                words = []
            else:
                words.append(line)
        found += [Paragraph("\n".join(words))] if words else []
    return found
