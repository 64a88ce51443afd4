"""What is recorded of a shadow manager who has no profile."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import Http404

from interregnum.kernel.actor import Role
from interregnum.people.models import Account
from interregnum.stages.ensure.models import ShadowKnowledge
from interregnum.stages.ensure.queries.appointments import profile_of


@dataclass(frozen=True)
class KnowledgePage:
    """`recorded` as a form takes it; `profile` is the code of an own profile, which counts instead."""

    code: str
    name: str
    profile: str
    recorded: dict[str, Any]
    by: str
    at: datetime | None


def shadow_account(code: str) -> Account:
    """Raises Http404 for somebody who is no shadow manager of the firm."""
    person = Account.objects.filter(code=code, seats__role=Role.SHADOW).first()
    if person is None:
        raise Http404
    return person


def knowledge_page(code: str) -> KnowledgePage:
    person = shadow_account(code)
    profile = profile_of(person)
    row = ShadowKnowledge.objects.select_related("noted_by").filter(account=person).first()
    recorded = {"disciplines": row.disciplines, "level": row.level} if row else {}
    by, at = (row.noted_by.name, row.noted_at) if row else ("", None)
    return KnowledgePage(person.code, person.name, profile.code if profile else "", recorded, by, at)
