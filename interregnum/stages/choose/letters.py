"""Letters of this stage: they say what it is about and where to look, and nothing that is confidential."""

from typing import Any

from django.conf import settings

from interregnum.people.models import Account, Manager
from interregnum.people.post import write_to
from interregnum.people.site import link_to
from interregnum.stages.choose.models import Candidacy, Proposal

LANGUAGES = frozenset(code for code, _name in settings.LANGUAGES)


def language_or_dutch(code: str) -> str:
    return code if code in LANGUAGES else "nl"


def objects_of(proposal: Proposal) -> tuple[str, ...]:
    """The codes of the objects on whose pages a mail about a proposal is listed."""
    return (proposal.code, *objects_of_brief(proposal.brief))


def objects_of_brief(brief: Any) -> tuple[str, ...]:
    organisation = (brief.request.organisation.code,) if brief.request.organisation else ()
    return (brief.code, brief.request.code, *organisation)


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
