"""Who is asked to sign for a client: who may do so alone, let in by a seat where there was none."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from interregnum.jobs.mails import names_beginning
from interregnum.kernel.actor import HOUSE, Role
from interregnum.people.accounts import invite
from interregnum.people.authorities import Signer, signers_of


def entitled_beside(usual: Signer, *, organisation: str) -> tuple[Signer, ...]:
    """The usual signer where they may sign for the client by themselves, else whoever may; nobody where nobody may."""
    entitled = signers_of(organisation)
    own = next((one for one in entitled if one.email.lower() == usual.email.lower()), None)
    return (replace(usual, is_seated=own.is_seated),) if own else entitled


def let_in(
    readers: Iterable[Signer], *, organisation: str, name_once: str | None = None, at: datetime
) -> Iterator[tuple[Signer, str | None]]:
    """Each who was not mailed under this name yet, and the name of the mail to them; who cannot get in gets a link.

    A mail from before names had the address of their reader bears the name alone, and counts for all.
    """
    sent = names_beginning(name_once) if name_once else []
    for reader in readers:
        once = f"{name_once} {reader.email}" if name_once else None
        if once in sent or name_once in sent:
            continue
        if not reader.is_seated:
            invite(
                email=reader.email,
                name=reader.name,
                role=Role.CLIENT,
                organisation=organisation,
                language=reader.language,
                by=HOUSE,
                at=at,
            )
        yield reader, once
