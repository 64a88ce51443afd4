"""Letters of this stage: they say what it is about and where to look, and nothing that is confidential."""

from datetime import datetime
from email.utils import parseaddr
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext, override

from interregnum.kernel.actor import Actor
from interregnum.kernel.event import Event, calendar_of
from interregnum.outside.mail_server import firm_mail
from interregnum.people.models import Account, Manager
from interregnum.people.post import write_to, write_to_bureau
from interregnum.people.site import link_to
from interregnum.stages.choose.models import Acquaintance, Candidacy, Proposal
from interregnum.stages.choose.rules.states import TalkSide, TalkState

LANGUAGES = frozenset(code for code, _name in settings.LANGUAGES)


def language_or_dutch(code: str) -> str:
    return code if code in LANGUAGES else "nl"


def objects_of(proposal: Proposal) -> tuple[str, ...]:
    """The codes of the objects on whose pages a mail about a proposal is listed."""
    return (proposal.code, *objects_of_brief(proposal.brief))


def objects_of_brief(brief: Any) -> tuple[str, ...]:
    organisation = (brief.request.organisation.code,) if brief.request.organisation else ()
    return (brief.code, brief.request.code, *organisation)


def named_in(proposal: Proposal) -> dict[str, str]:
    """The same for a fact about a proposal, by the name of each."""
    brief, organisation = proposal.brief, proposal.brief.request.organisation
    owned = organisation.code if organisation else ""
    return {"proposal": proposal.code, "brief": brief.code, "request": brief.request.code, "organisation": owned}


def write_to_asker(proposal: Proposal, template: str) -> None:
    """A letter about a proposal to whoever asked for help, in the language in which they did."""
    request = proposal.brief.request
    write_to(
        email=request.contact_email,
        language=language_or_dutch(request.language),
        template=template,
        about=objects_of(proposal),
        name=request.contact_name,
        link=link_to("client:choose-proposal", proposal.code),
    )


def language_of(manager: Manager) -> str:
    """The language of the manager's account."""
    language = Account.objects.filter(seats__manager=manager).values_list("language", flat=True).first()
    return language_or_dutch(language or "nl")


def write_to_manager(candidacy: Candidacy, template: str) -> None:
    """A letter about this invitation, in the language of the manager's account."""
    manager = candidacy.manager
    write_to(
        email=manager.email,
        language=language_of(manager),
        template=template,
        about=(candidacy.code, *objects_of(candidacy.proposal), manager.code),
        name=manager.name,
        link=link_to("manager:choose-invitation", candidacy.code),
    )


def tell_of_moments(candidacy: Candidacy, *, side: TalkSide, by: Actor) -> None:
    """To the side that picks: there are moments to choose from."""
    request = candidacy.proposal.brief.request
    if side == TalkSide.CLIENT:
        write_to_bureau(
            by=by,
            template="mail/choose_moments.txt",
            about=objects_of(candidacy.proposal),
            owner=request.owner.code if request.owner else "",
            link=link_to("bureau:choose-talk", candidacy.code),
        )
        return
    write_to(
        email=request.contact_email,
        language=language_or_dutch(request.language),
        template="mail/choose_moments.txt",
        about=objects_of(candidacy.proposal),
        name=request.contact_name,
        link=link_to("client:choose-talk", candidacy.code),
    )


def tell_of_talk(candidacy: Candidacy, talk: Acquaintance, *, at: datetime) -> None:
    """To client, candidate and whoever guards the request: the moment, or that it is off, for their calendars."""
    request, manager = candidacy.proposal.brief.request, candidacy.manager
    is_off = talk.state == TalkState.CANCELLED
    readers = [
        ("client", request.contact_name, request.contact_email, language_or_dutch(request.language)),
        ("manager", manager.name, manager.email, language_of(manager)),
    ]
    if request.owner:
        readers.append(("bureau", request.owner.name, request.owner.email, request.owner.language))
    for desk, name, email, language in readers:
        link = link_to(f"{desk}:choose-talk", candidacy.code)
        with override(language):
            title = gettext("An acquaintance")
        event = Event(
            uid=f"{candidacy.code}@{urlsplit(link).hostname}",
            turn=talk.turn,
            starts_at=talk.starts_at or at,
            title=title,
            link=link,
            organiser=parseaddr(firm_mail().sender)[1],
            reader=email,
            is_cancelled=is_off,
        )
        write_to(
            email=email,
            language=language,
            template="mail/choose_talk_off.txt" if is_off else "mail/choose_talk.txt",
            about=objects_of(candidacy.proposal),
            calendar=calendar_of(event, at=at),
            name=name,
            link=link,
        )
