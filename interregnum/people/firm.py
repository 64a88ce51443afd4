"""The firm's own data: begun by whoever has the set-up code, changed by partners."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from email.utils import formataddr, parseaddr
from typing import Any

from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from interregnum.files import store
from interregnum.journal.record import action, record
from interregnum.kernel.actor import HOUSE, Actor, Role
from interregnum.kernel.refused import Refused
from interregnum.outside.mail_server import Encryption, FirmMail, Server
from interregnum.outside.pictures import PictureError, plain_logo
from interregnum.outside.seal import SealError, seal, unseal
from interregnum.outside.set_up_code import is_set_up_code, use_set_up_code
from interregnum.people.facts import FirmBegun, FirmChanged, FirmOpened
from interregnum.people.founding import seat_person
from interregnum.people.models import Account, Firm

DETAILS = ("name", "street", "postal_code", "city", "phone", "kvk", "vat_number", "iban")
MAIL = (
    *("site", "mail_host", "mail_port", "mail_encryption", "mail_user", "mail_sender"),
    *("quiet_begins", "quiet_ends", "quiet_weekends"),
)
PLACE = "mail server of the firm"


@action
def begin_firm(
    *, code: str, firm: str, name: str, email: str, password: str, language: str, at: datetime
) -> Account | Refused:
    """Make the firm and its first partner. The code is good once; of two people with it at once, one begins."""
    if not is_set_up_code(code):
        # The one who was a moment earlier has used it up.
        return Refused.because("firm.begun") if Firm.objects.exists() else Refused.because("firm.wrong_code", "code")
    try:
        validate_password(password, Account(email=email, name=name))
    except ValidationError as weak:
        return Refused.because("firm.weak_password", "password", why=" ".join(weak.messages))
    languages = [language, *(other for other in dict(settings.LANGUAGES) if other != language)]
    try:
        with transaction.atomic():
            Firm.objects.create(name=firm, languages=languages, is_set_up=False)
    except IntegrityError:
        return Refused.because("firm.begun")
    account = seat_person(email=email.strip().lower(), name=name, role=Role.PARTNER, password=password, at=at)
    Account.objects.filter(code=account).update(language=language)
    record(FirmBegun(account=account), by=HOUSE, at=at)
    transaction.on_commit(use_set_up_code)
    return Account.objects.get(code=account)


@action
def save_details(*, values: Mapping[str, Any], by: Actor, at: datetime) -> None:
    Firm.objects.update(**{name: values[name] for name in DETAILS})
    record(FirmChanged(part="details"), by=by, at=at)


@action
def save_look(
    *, logo: bytes | None, without_logo: bool, languages: list[str], by: Actor, at: datetime
) -> Refused | None:
    """The logo is made anew from its dots; the first of the languages is for whoever asks for another."""
    firm = Firm.objects.select_for_update(of=("self",)).select_related("logo").get()
    before = firm.logo
    if logo is not None:
        try:
            content = plain_logo(logo)
        except PictureError as bad:
            return Refused.because(bad.code, "logo")
        firm.logo = store.keep(name="logo.png", content=content, media_type="image/png", at=at)
    elif without_logo:
        firm.logo = None
    firm.languages = languages
    firm.save(update_fields=["logo", "languages"])
    if before and firm.logo != before:
        store.discard(before)
    record(FirmChanged(part="look"), by=by, at=at)
    return None


@action
def save_mail(*, values: Mapping[str, Any], by: Actor, at: datetime) -> Refused | None:
    """The address of the site and the mail server; an empty password keeps the one that is there for this server."""
    before = Firm.objects.select_for_update(of=("self",)).get()
    is_same = (before.mail_host, before.mail_user) == (values["mail_host"], values["mail_user"])
    needs_none = not (values["mail_host"] and values["mail_user"])
    if before.mail_password and not (is_same or needs_none or values["mail_password"]):
        return Refused.because("firm.password_again", "mail_password")
    changes = {name: value for name, value in values.items() if name != "mail_password"}
    if values["mail_password"]:
        changes["mail_password"] = seal(values["mail_password"], key=settings.KEYS_FOLDER / "mail", place=PLACE)
    elif needs_none:
        changes["mail_password"] = ""
    Firm.objects.update(**changes)
    record(FirmChanged(part="mail"), by=by, at=at)
    return None


@action
def open_firm(*, by: Actor, at: datetime) -> bool:
    """The set-up is over; False when somebody had ended it already."""
    if not Firm.objects.filter(is_set_up=False).update(is_set_up=True):
        return False
    record(FirmOpened(), by=by, at=at)
    return True


@dataclass(frozen=True)
class FirmData:
    """What the pages of the firm show; the password of the mail server is never among it."""

    values: Mapping[str, Any]
    languages: tuple[str, ...]
    has_logo: bool
    has_password: bool
    is_set_up: bool


def firm_data() -> FirmData:
    firm = Firm.objects.get()
    values = {name: getattr(firm, name) for name in (*DETAILS, *MAIL)}
    return FirmData(values, tuple(firm.languages), firm.logo_id is not None, bool(firm.mail_password), firm.is_set_up)


def logo_content(code: str) -> bytes | None:
    """The logo under its code, which a new logo changes; None for one that is gone."""
    firm = Firm.objects.select_related("logo").filter(logo__code=code).first()
    return store.content_of(firm.logo) if firm and firm.logo else None


def named_mail() -> FirmMail:
    """The sender and the mail server that the firm has named, for whoever sends."""
    firm = Firm.objects.first()
    if firm is None:
        return FirmMail()
    address = firm.mail_sender or parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
    sender = formataddr((" ".join(firm.name.split()), address))
    if not firm.mail_host:
        return FirmMail(sender)
    encryption = Encryption(firm.mail_encryption)
    return FirmMail(sender, Server(firm.mail_host, firm.mail_port, encryption, firm.mail_user, _password(firm)))


def _password(firm: Firm) -> str:
    """Empty when the key is gone, as after a restore on another machine: the server then says that it is missing."""
    try:
        return unseal(firm.mail_password, key=settings.KEYS_FOLDER / "mail", place=PLACE) if firm.mail_password else ""
    except SealError:
        return ""
