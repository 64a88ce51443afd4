"""The mails of a framework agreement, to whoever may sign it for the client."""

from datetime import datetime
from typing import Any

from interregnum.people.authorities import Signer
from interregnum.people.post import write_to
from interregnum.people.queries import firm
from interregnum.people.site import link_to
from interregnum.stages.contract.actions.let_in import entitled_beside, let_in
from interregnum.stages.contract.models import Framework
from interregnum.stages.contract.rules.turns import last_day_to_sign


def ask_framework(row: Framework, template: str, *, name_once: str | None = None, at: datetime) -> None:
    """Ask whoever may sign it, and let them in."""
    last = last_day_to_sign(row.lapses_on)
    for reader, once in let_in(_signers(row), organisation=row.organisation.code, name_once=name_once, at=at):
        _mail(row, reader, template, name_once=once, last=last)


def tell_framework(row: Framework, template: str) -> None:
    """Tell whoever could sign it that nobody needs to any more."""
    for reader in _signers(row):
        _mail(row, reader, template)


def _signers(row: Framework) -> tuple[Signer, ...]:
    """The contact it was drawn up for, unless only others at this client may sign by themselves."""
    contact = row.contact
    usual = Signer(contact.name if contact else "", contact.email if contact else "", row.language, is_seated=False)
    return entitled_beside(usual, organisation=row.organisation.code)


def _mail(row: Framework, reader: Signer, template: str, **told: Any) -> None:
    write_to(
        email=reader.email,
        language=reader.language,
        template=template,
        about=(row.code, row.organisation.code),
        name=reader.name,
        number=row.number,
        firm=firm().name,
        link=link_to("client:contract-framework", row.code),
        **told,
    )
