"""The second factor: who must have one, whether this session has shown one, and what the library asks of this house."""

import time
from datetime import datetime
from typing import Any

from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from interregnum.journal.record import action, record
from interregnum.kernel.actor import READERS, Actor
from interregnum.outside.seal import SealError, seal, unseal
from interregnum.people.facts import FactorAdded, FactorRemoved
from interregnum.people.models import Account, Firm, Seat
from interregnum.people.site import is_secure, site_of

FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
# Seconds for which it is known who sits at the keyboard.
RECENT = 5 * 60


class FactorAdapter(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("This code is not right, or it was used before. Wait for the next one and try again."),
        "cannot_delete_authenticator": _("Your role asks for a second factor. Add another one before you remove this."),
        "cannot_generate_recovery_codes": _("Set up an app or a passkey first; then recovery codes can be made."),
    }

    def encrypt(self, text: str) -> str:
        return seal(text, key=settings.KEYS_FOLDER / "factors", place="factor")

    def decrypt(self, encrypted_text: str) -> str:
        try:
            return unseal(encrypted_text, key=settings.KEYS_FOLDER / "factors", place="factor")
        except SealError:
            # The key was lost or replaced: a secret that nobody has fits no code.
            return "A" * 32

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        others = Authenticator.objects.filter(user_id=authenticator.user_id, type__in=FACTORS).exclude(
            pk=authenticator.pk
        )
        return bool(others.exists()) or not must_have_factor(authenticator.user)

    def get_totp_issuer(self) -> str:
        firm = Firm.objects.first()
        return firm.name if firm else "Interregnum"


def must_have_factor(account: Account) -> bool:
    """Whoever works at the bureau's desk, in whatever role."""
    return Seat.objects.filter(account=account, role__in=READERS).exists()


def has_factor(account: Account) -> bool:
    return bool(Authenticator.objects.filter(user=account, type__in=FACTORS).exists())


def factors_of(account: Account) -> list[Authenticator]:
    return list(Authenticator.objects.filter(user=account, type__in=FACTORS).order_by("pk"))


def codes_left(account: Account) -> int:
    """How many recovery codes are unused."""
    row = Authenticator.objects.filter(user=account, type=Authenticator.Type.RECOVERY_CODES).first()
    return len(row.wrap().get_unused_codes()) if row else 0


def is_shown(request: HttpRequest) -> bool:
    """Whether this session has shown a second factor. Asks no table."""
    return any(bool(record["method"] == "mfa") for record in get_authentication_records(request, request.user))


def is_waived() -> bool:
    """The demonstration firm on a computer of one's own asks none: it can be tried at once. Never a public address."""
    firm = Firm.objects.filter(is_demonstration=True).first()
    return firm is not None and not is_secure(site_of(firm))


def note_shown(request: HttpRequest, account: Account, **details: Any) -> None:
    """This session has shown a second factor now."""
    record_authentication(request, account, "mfa", **details)


@action
def note_change(*, account: Account, factor: str, is_added: bool, by: Actor, at: datetime) -> None:
    """Put on the journal that somebody has a factor more, or one less."""
    fact = FactorAdded if is_added else FactorRemoved
    record(fact(account=account.code, factor=factor), by=by, at=at)


def was_here_just_now(request: HttpRequest) -> bool:
    """Whether the person has shown a password or a factor within five minutes."""
    records = get_authentication_records(request, request.user)
    return bool(records) and time.time() - records[-1]["at"] < RECENT
