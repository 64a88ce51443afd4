"""Which mail somebody wants, and when: what was chosen, and what holds for who never chose."""

from dataclasses import dataclass
from datetime import datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.hours import Quiet
from interregnum.people.facts import MailWishesChanged
from interregnum.people.mail_kinds import KINDS, Kind, When
from interregnum.people.models import Account, Firm, MailWish


@dataclass(frozen=True, kw_only=True)
class Wishes:
    """`kinds` holds only what differs from the rule of its kind; hours are those of the clock in Amsterdam."""

    language: str
    kinds: dict[str, When]
    digest_hour: int
    quiet: Quiet

    def when(self, kind: Kind) -> When:
        """Never less than what is fixed."""
        chosen = self.kinds.get(kind.name, kind.when)
        return kind.when if kind.is_fixed else chosen


def wishes_of(account: Account) -> Wishes:
    """What somebody chose; who never did, or has no account, has the quiet hours of the firm."""
    row = (MailWish.objects.filter(account=account).first() if account.pk else None) or _of_the_firm()
    return Wishes(
        language=account.language,
        kinds={name: When(when) for name, when in row.kinds.items() if name in KINDS},
        digest_hour=row.digest_hour,
        quiet=Quiet(row.quiet_begins, row.quiet_ends, row.quiet_weekends),
    )


def _of_the_firm() -> MailWish:
    hours = Firm.objects.values("quiet_begins", "quiet_ends", "quiet_weekends").first()
    # Before there is a firm nothing waits.
    return MailWish(**(hours or {"quiet_begins": 0, "quiet_ends": 0, "quiet_weekends": False}))


def wishes_by_code(account: str) -> Wishes:
    """Of an account by its code. Raises Account.DoesNotExist."""
    return wishes_of(Account.objects.get(code=account))


@action
def choose_mail(*, wishes: Wishes, by: Actor, at: datetime) -> None:
    """Keep what somebody chose for themselves."""
    account = Account.objects.select_for_update().get(code=by.code)
    before = wishes_of(account)
    if before == wishes:
        return
    Account.objects.filter(pk=account.pk).update(language=wishes.language)
    quiet = wishes.quiet
    MailWish.objects.update_or_create(
        account=account,
        defaults={
            "kinds": {name: str(when) for name, when in wishes.kinds.items()},
            "digest_hour": wishes.digest_hour,
            "quiet_begins": quiet.begins,
            "quiet_ends": quiet.ends,
            "quiet_weekends": quiet.weekends,
        },
    )
    record(MailWishesChanged(account=account.code), by=by, at=at)
