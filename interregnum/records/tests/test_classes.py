"""Every field of every table has a class of confidentiality, and the classes say what erasure and access cover."""

from django.apps import apps

from interregnum.records.classes import TABLES, Class
from interregnum.records.fields import NAMED, class_of, fields_of, unclassed


def test_no_field_is_without_a_class():
    assert unclassed() == [], "give these a class in interregnum/records/classes.py"


def test_every_table_is_named_once_and_names_only_fields_that_are_there():
    labels = {model._meta.label for model in apps.get_models()}
    assert labels - set(TABLES) == set(), "give these a line in interregnum/records/classes.py"
    for label, table in TABLES.items():
        if label not in labels:
            continue
        known = {field.name for field in apps.get_model(label)._meta.concrete_fields}
        words = [word for name in NAMED for word in getattr(table, name).split() if word != "*"]
        assert set(words) <= known, (label, set(words) - known)
        assert set(table.theirs.split()) <= known | {"*"}, label
        assert len(words) == len(set(words)), label


def test_a_table_with_personal_fields_says_whose_its_rows_are_or_is_swept():
    """What no row says whose it is, is found by the words themselves: records/sweep.py."""
    swept = {
        "brief.Brief",
        "brief.BriefVersion",
        "choose.Shortlist",
        "django_tasks_database.DBTaskResult",
        "files.StoredFile",
        "handover.AnchorCard",
        "handover.ClosedResult",
        "handover.FreeWeek",
        "handover.Handover",
        "handover.HandoverDocument",
        "journal.Payload",
        "jobs.Effort",
        "keep.Aftercare",
        "parameters.Parameter",
        "pulse.Quote",
        "pulse.Word",
        "records.Hold",
        "sessions.Session",
    }
    lost = {
        model._meta.label
        for model in apps.get_models()
        if any(fields_of(model, Class.PERSONAL)) and not TABLES[model._meta.label].of_person()
    }
    assert {label for label in lost if label.partition(".")[0] not in {"people", "ask", "web"}} <= swept


def test_passwords_and_links_are_the_most_confidential():
    account = apps.get_model("people.Account")
    assert class_of(account._meta.get_field("password")) is Class.SENSITIVE
    assert class_of(apps.get_model("people.Invitation")._meta.get_field("token_hash")) is Class.SENSITIVE
