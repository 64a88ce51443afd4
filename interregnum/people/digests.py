"""The day's news: what gathered for one reader, in one mail a day, at the hour that they chose."""

from datetime import datetime

from django.db import transaction

from interregnum.jobs import mails
from interregnum.kernel.hours import digest_due
from interregnum.people.models import Account
from interregnum.people.post import letter_of
from interregnum.people.site import site
from interregnum.people.wishes import wishes_of

TEMPLATE = "mail/digest.txt"


def send_digests(at: datetime) -> int:
    """Write to everybody whose day's news is due; returns to how many. Nothing gathered, nothing written."""
    return sum(_send_digest(to, at) for to in mails.readers_with_news())


@transaction.atomic
def _send_digest(to: str, at: datetime) -> bool:
    # Two clocks at once: the second one waits here, and finds nothing gathered any more.
    news = mails.gathered_for(to)
    account = Account.objects.filter(email=to.lower()).first()
    if not news:
        return False
    if account and not account.is_active:
        mails.drop_news(news)
        return False
    # Whoever's address has changed since has no account of this one: what gathered leaves all the same.
    wishes = wishes_of(account or Account(language=news[0].language))
    oldest, last = news[0].written_at, mails.last_written(to, TEMPLATE)
    if at < digest_due(oldest=oldest, last=last, hour=wishes.digest_hour, quiet=wishes.quiet):
        return False
    context = {
        "name": account.name if account else "",
        "news": news,
        "count": len(news),
        "link": f"{site()}/home/",
    }
    letter = letter_of(to=to, language=wishes.language, template=TEMPLATE, context=context, can_choose=True)
    mails.close_news(news, letter, quiet=wishes.quiet)
    return True
