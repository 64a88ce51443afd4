"""Every mail of the house: in both languages, plain and HTML, with only our own links and nothing confidential."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine

from interregnum.jobs.models import Mail, MailAbout
from interregnum.kernel.actor import Role
from interregnum.people.mail_kinds import KINDS, When, kinds_for
from interregnum.people.models import Account, Organisation
from interregnum.people.post import html_of, write_to
from interregnum.stages.deliver.actions.pass_time import miss_reports
from interregnum.stages.deliver.actions.remind import remind_of_reports
from tests import world
from tests.life import Life
from tests.world import NOW

WEEK = timedelta(weeks=1)
PACKAGE = Path(__file__).resolve().parents[2]
TEMPLATES = sorted(path for path in PACKAGE.rglob("templates/mail/*.txt"))
# What the library of accounts writes by itself; we overrode each that it can write in this house.
OF_THE_LIBRARY = {path.stem.removesuffix("_subject") for path in PACKAGE.rglob("templates/**/email/*_subject.txt")}
HOSTILE = '<img src=http://evil.example/x onerror=alert(1)> & "Jan"\nhttp://evil.example/'
CONTEXT = {
    "name": HOSTILE,
    "number": "A-2026-0001",
    "firm": "Voorbeeld Interim",
    "days": 3,
    "count": 2,
    "questions": 5,
    "until": world.TODAY,
    "starts_on": world.TODAY,
    "link": "http://127.0.0.1:8000/home/",
    "organisation": "Bank De Proef",
    "news": [{"subject": "<b>Nieuws</b>", "link": "http://127.0.0.1:8000/home/"}],
}


def test_each_kind_has_its_template_and_each_template_is_a_kind():
    assert set(KINDS) == {path.stem for path in TEMPLATES} | OF_THE_LIBRARY
    code = (path for path in PACKAGE.rglob("*.py") if "tests" not in path.parts)
    named = {name for path in code for name in re.findall(r'"mail/(\w+)\.txt"', path.read_text())}
    assert named <= set(KINDS)
    assert all(kind.roles for kind in KINDS.values())
    # What is fixed comes at once; what may be chosen is urgent to nobody.
    assert all(kind.when is When.AT_ONCE for kind in KINDS.values() if kind.is_fixed)
    assert not [kind.name for kind in KINDS.values() if kind.is_urgent and not kind.is_fixed]


@pytest.mark.django_db
def test_a_mail_of_no_known_kind_is_not_written():
    with pytest.raises(KeyError):
        write_to(email="x@example.org", language="nl", template="mail/unheard_of.txt")
    assert not Mail.objects.exists()


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_a_mail_is_whole_in_both_languages_and_links_only_to_our_own_site(db, path, language):
    write_to(email="x@example.org", language=language, template=f"mail/{path.name}", **CONTEXT)
    mail = Mail.objects.get()
    assert mail.subject
    assert mail.text.strip()
    assert f'<html lang="{language}">' in mail.html
    assert {address for address in re.findall(r'(?:href|src)="([^"]*)"', mail.html)} <= {
        "http://127.0.0.1:8000/home/",
        "http://127.0.0.1:8000/account/mail/",
    }
    for remote in ("url(", "<img", "<script", "@import", "<link"):
        assert remote not in mail.html
    # What somebody typed as a name is no link, in no reader's program.
    assert "evil.example" not in mail.text + mail.html
    # Nothing of the other language is left.
    assert not re.search(r"\bDear\b|\bthe\b" if language == "nl" else r"\bBeste\b|\bhet\b", mail.text)


def test_no_mail_says_what_it_is_about(cast):
    """T38: a whole life is lived; of the client, its problem and the other people no word stands in any mail."""
    secrets = ["hypotheken", "loopt vast", "Bank De Proef", "Beide teams", "1250", "1.250", "1000"]
    with time_machine.travel(NOW, tick=False):
        life = Life(cast, until="reported")
        for weeks in (1, 2):
            remind_of_reports(NOW + weeks * WEEK)
            miss_reports(NOW + weeks * WEEK)
    mails = Mail.objects.all()
    assert mails.count() > 15
    names = {account.email: account.name for account in Account.objects.all()}
    for mail in mails:
        words = f"{mail.subject}\n{mail.text}\n{mail.html}"
        own = {mail.to, *names[mail.to].split(), "Voorbeeld Interim"}
        others = {name for email, name in names.items() if email != mail.to}
        for secret in (*secrets, life.cast.bank.name, *others - own):
            assert not re.search(rf"\b{re.escape(secret)}\b", words), (mail.template, secret)


def test_a_life_writes_to_everybody_who_has_a_part_in_it(cast):
    with time_machine.travel(NOW, tick=False):
        Life(cast, until="reported")
    written = {(mail.to.partition("@")[0], mail.template[5:-4]) for mail in Mail.objects.all()}
    assert {
        ("bea", "request_received"),
        ("carla", "request_answered"),
        ("max", "choose_invitation"),
        ("anton", "consent_answered"),
        ("carla", "choose_proposal"),
        ("anton", "proposal_decided"),
        ("max", "choose_chosen"),
        ("carla", "contract_sign"),
        ("max", "contract_sign"),
        ("anton", "agreement_signed"),
        ("anton", "contract_signed"),
        ("carla", "contract_complete"),
        ("carla", "assignment_opened"),
        ("max", "assignment_opened"),
        ("sara", "shadow_appointed"),
        ("max", "shadow_named"),
        ("carla", "shadow_named"),
        ("carla", "plan_proposed"),
        ("max", "plan_agreed"),
        ("anton", "plan_settled"),
        ("carla", "assignment_started"),
        ("max", "assignment_started"),
        ("sara", "assignment_started"),
        ("carla", "week_reported"),
        ("sara", "week_guarded"),
    } <= written
    outsiders = {"otto", "olga", "oscar"}
    assert not {name for name, _ in written} & outsiders
    # Each stands on the page of the request, the bank and whoever it is about.
    bank = Organisation.objects.get(name="Bank De Proef")
    assert MailAbout.objects.filter(code=bank.code).count() > 12


@pytest.mark.django_db
def test_an_address_of_another_site_is_text_and_no_link():
    html = html_of("x", "Lees:\nhttp://evil.example/\n\nhttp://127.0.0.1:8000.evil.example/\n", language="nl")
    assert "href" not in html


def test_each_role_chooses_among_its_own_mails():
    assert {kind.name for kind in kinds_for(frozenset({Role.SHADOW}))} == {
        "assignment_started",
        "data_ready",
        "data_refused",
        "document_successor",
        "guarantee_died",
        "ladder_closed",
        "ladder_step",
        "pulse_asked",
        "review_cancelled",
        "review_corrected",
        "review_left",
        "review_moved",
        "review_planned",
        "review_prepare",
        "review_sign",
        "shadow_appointed",
        "sounding",
        "sounding_off",
        "sounding_talk",
        "week_guarded",
        "week_help",
    }
    assert "invitation" not in {kind.name for kind in kinds_for(frozenset(Role))}
