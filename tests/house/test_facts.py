"""Who did what when can be read: each fact has words and readers, and what changes something writes one."""

from dataclasses import fields

import pytest
from django.urls import get_resolver, reverse
from django.utils.translation import override

from interregnum.journal.models import Entry, Payload
from interregnum.kernel.actor import BUREAU, Role
from interregnum.kernel.fact import ABOUT, known_facts
from interregnum.people.permissions import ROWS
from interregnum.records.journal import kind_choices, lines_of
from interregnum.web.history import history, kinds_for, words_of
from tests import world
from tests.house.digest import by_step
from tests.house.forms_of_addresses import FORM_OF_WHOM, form_of, objects_of
from tests.life import Life

# The pages bring in all actions, and with these their facts.
assert get_resolver().url_patterns
FACTS = {
    kind: fact
    for kind, fact in known_facts().items()
    if fact.__module__.startswith("interregnum.") and ".tests" not in fact.__module__
}
# Facts of the firm as a whole, or of what has no page with a history.
OF_NO_OBJECT = {
    "FirmChanged", "FirmOpened", "RosterImported", "ClientsImported", "ParameterChanged", "ListChanged",
    "ManagerApplied", "ApplicationConfirmed", "ApplicationReleased", "HoldSet", "HoldLifted", "TermsApplied",
    "ClauseWritten", "QuestionSaved", "VisitorAnswered", "MonthClosed", "MonthOpened", "BooksBegun",
    "RosterExported", "BankFileUploaded", "BankFileRead", "BankLineDecided", "BankLineUndone",
}  # fmt: skip
# What may be sent without a fact, and why.
WITHOUT_A_FACT = {
    "bureau:people-clients-import": "a file on trial; what the job then brings in leaves the facts",
    "bureau:people-import": "which column is what; what the job then brings in leaves the facts",
    "bureau:people-roster-views": "how a list looks to those who read it",
    "bureau:people-roster-columns": "how a list looks to one reader",
    "bureau:people-cv-new": "a file that is only read; what somebody takes over of it leaves the fact",
    "manager:people-cv-new": "a file that is only read; what somebody takes over of it leaves the fact",
    "bureau:firm-mail-test": "only a mail goes out, and nobody's data change",
    "front:questions-nl": "a question that is answered on the page itself",
    "front:questions-en": "a question that is answered on the page itself",
    "front:question-leave-nl": "stands on the bureau's desk and goes after a term; the answer leaves the fact",
    "front:question-leave-en": "stands on the bureau's desk and goes after a term; the answer leaves the fact",
    "manager:ensure-notebook": "what the two write in confidence leaves no fact",
    "shadow:ensure-notebook": "what the two write in confidence leaves no fact",
    "manager:ensure-sounding": "what the two write in confidence leaves no fact; the asking and the first answer do",
    "front:pulse-answer": "an answer of an employee leaves no trace: it is added to counts and gone",
    "front:contract-verify": "looks a file up and answers on the page itself; nothing is kept",
    "account-groups": "of whom it is, is nobody's business: it is only counted, and goes with a press",
    "set_language": "how a page looks to one reader",
    "seat": "for which client somebody looks, kept in the session",
    "theme": "how a page looks to one reader",
    "account_login": "the sign-in keeps the moment itself",
    "account_logout": "ends a session",
    "account_reauthenticate": "proves who somebody is",
    "account_reset_password": "only a mail goes out, and that stands on the record",
    "account_reset_password_from_key": "a person's own password",
    "account_sessions": "ends sessions",
    "mfa_authenticate": "proves who somebody is",
    "mfa_login_webauthn": "proves who somebody is",
    "mfa_reauthenticate": "proves who somebody is",
    "mfa_reauthenticate_webauthn": "proves who somebody is",
    "mfa_generate_recovery_codes": "replaces one's own codes",
    "bureau:invoices-month": "asks the worker to issue or send all; each leaves its own fact",
    "bureau:invoices-open": "asks the worker to draft all; each draft leaves its own fact",
    "bureau:jobs": "tries again what was asked before",
    "bureau:mail-one": "sends again what was written before",
    "bureau:journal": "looks at the facts and adds none: the outcome has a table of its own",
}


@pytest.mark.parametrize("kind", sorted(FACTS))
def test_a_fact_has_words_in_both_languages_and_readers(kind):
    fact = FACTS[kind]
    sentence = words_of(fact).sentence
    with override("en"):
        english = str(sentence)
    with override("nl"):
        dutch = str(sentence)
    assert english not in {"", kind}, "put its sentence into FACTS of the texts.py beside its facts.py"
    assert dutch not in {"", english}
    assert fact.read_by >= BUREAU
    assert fact.read_by <= set(Role)


def test_a_fact_is_found_by_the_object_that_it_is_about():
    lost = {kind for kind, fact in FACTS.items() if not set(ABOUT) & {field.name for field in fields(fact)}}
    assert lost == OF_NO_OBJECT


def test_who_may_send_something_leaves_a_fact_or_stands_here_with_the_reason():
    sent = {row.address for row in ROWS if "POST" in row.verbs}
    assert set(WITHOUT_A_FACT) <= sent
    # An invitation's token and a file stand in no table of forms; their own tests count the facts.
    elsewhere = {"invitation", "front:own-data-confirm", "front:pool-stay"}
    elsewhere |= {"bureau:people-roster-import", "bureau:parameters", "bureau:choose-shortlist"}
    elsewhere |= {"mfa_activate_totp", "mfa_add_webauthn", "factor_remove", "factor_lost", "bureau:people-factors"}
    elsewhere |= {"bureau:people-roster-export", "bureau:people-roster-workbook"}
    elsewhere |= {"bureau:people-screening-detail", "bureau:people-business", "set-up"}
    elsewhere |= {"front:ask-received", "front:ask-intake", "front:referee", "front:availability", "front:join-confirm"}
    elsewhere |= {"bureau:people-merge", "front:keep-answer", "front:handover-answer"}
    elsewhere |= {"bureau:ask-held", "bureau:ask-brief"}
    assert sent - set(FORM_OF_WHOM) - set(WITHOUT_A_FACT) - elsewhere == set()


@by_step(set(FORM_OF_WHOM) - set(WITHOUT_A_FACT), FORM_OF_WHOM)
def test_a_form_that_did_something_left_a_fact(at_that_time, address):
    life, role = at_that_time.life, FORM_OF_WHOM[address][0]
    browser = world.browser(world.person_of(at_that_time.cast, role))
    path = reverse(address, kwargs=objects_of(address, life))
    before = Entry.objects.count()
    assert browser.post(path, form_of(address, life)).status_code == 302
    assert Entry.objects.count() > before


def test_each_reads_their_part_and_no_more(cast):
    life = Life(cast, until="reported")
    codes = (life.request, life.brief, life.proposal, life.contract, life.assignment, cast.max_profile.code)
    read = {
        name: {str(event.what) for event in history(*codes, seen_by=cast.actor(getattr(cast, name)), limit=200)}
        for name in ("bea", "carla", "max", "sara")
    }
    with override("nl"):
        bureau_alone = {"ShortlistDrawn", "ManagersInvited", "ManagerAnswered", "BriefDrafted", "BriefChanged"}
    words = {str(words_of(FACTS[kind]).sentence) for kind in bureau_alone}
    assert words & read["bea"]
    for name in ("carla", "max", "sara"):
        assert read[name]
        assert read[name] < read["bea"]
        assert not words & read[name]
    assert "ProposalSent" not in kinds_for(Role.MANAGER)


def test_names_are_for_the_bureau_and_ones_own(cast):
    life = Life(cast, until="reported")
    with override("en"):
        who = {
            name: {str(event.who) for event in history(life.assignment, seen_by=cast.actor(getattr(cast, name)))}
            for name in ("bea", "carla", "max", "sara")
        }
    assert {"Max · Interim manager", "Anton · Account manager"} <= who["bea"]
    assert "Interim manager" in who["carla"]
    assert not any("Max" in one or "Anton" in one for one in who["carla"] | who["sara"])
    assert "Max · Interim manager" in who["max"]


def test_each_fact_of_a_life_reads_as_a_sentence_also_when_it_was_erased(cast):
    Life(cast, until="reported")
    actor = cast.actor(cast.bea)
    for language in ("nl", "en"):
        with override(language):
            lines = lines_of(Entry.objects.order_by("number"), seen_by=actor)
            assert not any("%(" in str(line.what) + str(line.detail) for line in lines)
            assert all(line.about for line in lines)
            assert kind_choices(seen_by=actor)
    Payload.objects.all().delete()
    lines = lines_of(Entry.objects.order_by("number"), seen_by=actor)
    assert all(line.what and line.is_erased for line in lines)
