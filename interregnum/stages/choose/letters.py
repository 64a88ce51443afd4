"""Letters of this stage: they say what it is about and where to look, and nothing that is confidential."""

from django.conf import settings
from django.urls import reverse

from interregnum.people.models import Account
from interregnum.people.post import write_to
from interregnum.stages.choose.models import Candidacy

LANGUAGES = frozenset(code for code, _name in settings.LANGUAGES)


def language_or_dutch(code: str) -> str:
    return code if code in LANGUAGES else "nl"


def link(name: str, code: str) -> str:
    return f"{settings.SITE}{reverse(name, args=[code])}"


def write_to_manager(candidacy: Candidacy, template: str) -> None:
    """A letter about this invitation, in the language of the manager's account."""
    manager = candidacy.manager
    language = Account.objects.filter(seats__manager=manager).values_list("language", flat=True).first()
    write_to(
        email=manager.email,
        language=language_or_dutch(language or "nl"),
        template=template,
        about=candidacy.code,
        name=manager.name,
        link=link("manager:choose-invitation", candidacy.code),
    )
