"""A code by mail, with which somebody signs the document that they have before them."""

from datetime import datetime, timedelta

from django.db.models import F
from django.utils.crypto import constant_time_compare, salted_hmac

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.outside.chance import new_digits
from interregnum.parameters.values import value, values
from interregnum.people.models import Account, Authority
from interregnum.people.post import write_to
from interregnum.people.queries import firm
from interregnum.people.site import link_to
from interregnum.stages.contract.actions.hold import why_closed
from interregnum.stages.contract.facts import SigningCodeSent
from interregnum.stages.contract.models import Agreement, Contract, Framework, SigningCode
from interregnum.stages.contract.queries.access import SIDE_OF, agreement_of, contract_of
from interregnum.stages.contract.queries.authority import authority_for
from interregnum.stages.contract.rules.signing import Sent
from interregnum.stages.contract.rules.states import Side

AN_HOUR = timedelta(hours=1)


@action
def send_code(*, contract: str, side: Side, by: Actor, at: datetime) -> str | Refused:
    """Mail a new code, of which only a seal is kept; gives it to whoever replays a life. No page may show it."""
    row = contract_of(contract, seen_by=by)
    agreement = open_agreement(row, side, by=by, at=at)
    if isinstance(agreement, Refused):
        return agreement
    code = mail_code(agreement, row, link=link_to(f"{side}:contract-contract", row.code), by=by, at=at)
    if isinstance(code, Refused):
        return code
    document = agreement.document.sha256 if agreement.document else ""
    record(SigningCodeSent(contract=row.code, request=row.brief.request.code, side=side, sha256=document), by=by, at=at)
    return code


def mail_code(
    signable: Agreement | Framework, about: Contract | Framework, *, link: str, by: Actor, at: datetime
) -> str | Refused:
    """A new code for the document of what is to be signed, mailed to whoever asks; not too often."""
    terms = values("contract.code_minutes", "contract.codes_an_hour", on=local_day(at))
    earlier = signable.codes.filter(account__code=by.code)
    if earlier.filter(made_at__gt=at - AN_HOUR).count() >= terms["contract.codes_an_hour"]:
        return Refused.because("contract.codes_too_many")
    account, code = Account.objects.get(code=by.code), new_digits(6)
    minutes = terms["contract.code_minutes"]
    signable.codes.create(
        account=account,
        sha256=signable.document.sha256 if signable.document else "",
        code_hash=_hash(signable, code),
        made_at=at,
        expires_at=at + timedelta(minutes=minutes),
    )
    write_to(
        email=account.email,
        language=account.language,
        template="mail/contract_code.txt",
        about=(about.code,),
        is_secret=True,
        name=account.name,
        code=f"{code[:3]} {code[3:]}",
        minutes=minutes,
        number=about.number,
        firm=firm().name,
        link=link,
    )
    return code


def open_agreement(row: Contract, side: Side, *, by: Actor, at: datetime) -> Agreement | Refused:
    """One's own agreement, ready and unsigned, that one is entitled to sign, now that it is one's turn."""
    if SIDE_OF.get(by.role) != side:
        return Refused.because("contract.not_your_side")
    agreement = agreement_of(row, side)
    if (closed := why_closed(row, on=local_day(at))) is not None:
        return closed
    if agreement.document is None:
        return Refused.because("contract.not_ready")
    if agreement.signed_at:
        return Refused.because("contract.already_signed")
    if agreement.asked_at is None:
        return Refused.because("contract.not_your_turn")
    authority = authority_of(row, side, by=by)
    return authority if isinstance(authority, Refused) else agreement


def authority_of(row: Contract, side: Side, *, by: Actor) -> Authority | Refused | None:
    """By what somebody signs for a client, as the bureau recorded it; a manager signs for themselves."""
    return None if side == Side.MANAGER else authority_for(row.organisation, by=by)


def count_try(*, contract: str, side: Side, by: Actor) -> None:
    count_try_of(agreement_of(contract_of(contract, seen_by=by), side), by=by)


def count_try_of(signable: Agreement | Framework, *, by: Actor) -> None:
    """One more try of the code, whatever comes of it: counted before it is looked at, and never taken back."""
    code = _last_code(signable, by)
    if code:
        SigningCode.objects.filter(pk=code.pk).update(tries=F("tries") + 1)


def sent_to(agreement: Agreement | Framework, *, typed: str, by: Actor) -> Sent | None:
    """The code that this person was mailed last for an agreement, beside what they typed."""
    code = _last_code(agreement, by)
    if code is None:
        return None
    digits = "".join(sign for sign in typed if sign.isascii() and sign.isdigit())
    is_right = constant_time_compare(code.code_hash, _hash(agreement, digits))
    return Sent(document=code.sha256, expires_at=code.expires_at, tries=code.tries, is_right=is_right)


def use_up(agreement: Agreement | Framework, *, by: Actor, at: datetime) -> None:
    agreement.codes.filter(account__code=by.code, used_at=None).update(used_at=at)


def most_tries(at: datetime) -> int:
    return int(value("contract.code_tries", on=local_day(at)))


def _last_code(agreement: Agreement | Framework, by: Actor) -> SigningCode | None:
    return agreement.codes.filter(account__code=by.code, used_at=None).first()


def _hash(agreement: Agreement | Framework, code: str) -> str:
    return salted_hmac(f"sign {agreement.pk}", code, algorithm="sha256").hexdigest()
