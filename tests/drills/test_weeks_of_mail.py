"""Three weeks of mail for one reader with any wishes: nothing is lost, nothing comes twice, nothing in quiet hours."""

from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from interregnum.flow.tests.test_digests import DIGEST, HOUR, minute, wish, write
from interregnum.jobs.models import Mail
from interregnum.jobs.states import MailState
from interregnum.kernel.hours import Quiet
from interregnum.kernel.period import local_day
from interregnum.people.mail_kinds import When
from tests import world


@pytest.mark.drill
class TestWeeksOfMail(TestCase):
    """Any mails, any wishes, both changes of the clock: looked at each hour for three weeks."""

    KINDS = ("week_due", "week_read", "plan_agreed", "invitation", "contract_sign")

    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(
        begin=st.sampled_from([datetime(2026, 3, 20, tzinfo=UTC), datetime(2026, 10, 16, tzinfo=UTC)]),
        written=st.lists(st.tuples(st.integers(0, 300), st.sampled_from(KINDS)), min_size=1, max_size=6),
        whens=st.lists(st.sampled_from(list(When)), min_size=3, max_size=3),
        hour=st.integers(0, 23),
        quiet=st.builds(Quiet, begins=st.integers(0, 23), ends=st.integers(0, 23), weekends=st.booleans()),
    )
    def test_nothing_lost_nothing_twice_nothing_in_quiet_hours(self, begin, written, whens, hour, quiet):
        cast = world.make_cast()
        chosen = dict(zip(("week_due", "week_read", "plan_agreed"), whens, strict=True))
        wish(cast.max, kinds=chosen, digest_hour=hour, quiet=quiet)
        for hours in range(500):
            for _after, kind in (each for each in written if each[0] == hours):
                write(kind, at=begin + hours * HOUR)
            if Mail.objects.filter(state__in=[MailState.RESTING, MailState.GATHERED]).exists():
                minute(begin + hours * HOUR)
        rows = list(Mail.objects.exclude(template=DIGEST))
        assert len(rows) == len(written)
        for row in rows:
            kind = row.template[5:-4]
            when = chosen.get(kind, When.AT_ONCE)
            assert (
                row.state
                is {
                    When.AT_ONCE: MailState.SENT,
                    When.DIGEST: MailState.DIGESTED,
                    When.NEVER: MailState.UNWANTED,
                }[when]
            )
            assert row.tries == (1 if when is When.AT_ONCE else 0)
            assert kind == "invitation" or row.sent_at is None or not quiet.holds(row.sent_at)
        digests = list(Mail.objects.filter(template=DIGEST))
        assert all(row.state is MailState.SENT and not quiet.holds(row.sent_at) for row in digests)
        assert len({local_day(row.written_at) for row in digests}) == len(digests)
        assert sum(row.gathered.count() for row in digests) == sum(row.state is MailState.DIGESTED for row in rows)
