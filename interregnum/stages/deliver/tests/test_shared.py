"""Files, notes and to-dos of an assignment, through the browser: who reads what, versions, and what is refused."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from interregnum.stages.deliver.models import Assignment, SharedFile, SharedNote, SharedTask
from interregnum.stages.deliver.tests.test_office import XLSX, office
from tests.life import Life
from tests.world import NOW, Cast, browser

PDF = b"%PDF-1.7 cijfers van maart"


@pytest.fixture
def row(cast: Cast) -> Any:
    with time_machine.travel(NOW, tick=False):
        yield Assignment.objects.get(code=Life(cast, until="guarded").assignment)


def address(desk: str, row: Assignment) -> str:
    return reverse(f"{desk}:deliver-shared", args=[row.code])


def press(who: Any, desk: str, row: Assignment, **fields: Any) -> Any:
    return browser(who).post(address(desk, row), fields)


def upload(content: bytes = PDF) -> SimpleUploadedFile:
    return SimpleUploadedFile("cijfers.pdf", content, "application/pdf")


def share(cast: Cast, row: Assignment, *readers: str) -> SharedFile:
    sent = {"do": "file", "title": "Cijfers van maart", "proof": upload(), "readers": readers, "once": "a"}
    assert press(cast.max, "manager", row, **sent).status_code == 302
    return SharedFile.objects.get()


def test_a_file_is_read_by_the_parties_that_were_chosen_and_by_nobody_else(cast: Cast, row: Assignment) -> None:
    file = share(cast, row, "client")
    for desk, who, may in (
        ("manager", cast.max, True),
        ("client", cast.carla, True),
        ("shadow", cast.sara, False),
        ("bureau", cast.anton, False),
        ("bureau", cast.aukje, False),
        ("manager", cast.olga, False),
    ):
        answer = browser(who).get(reverse(f"{desk}:deliver-shared-file", args=[file.code]))
        assert answer.status_code == (200 if may else 404), (desk, who.name)
        page = browser(who).get(address(desk, row))
        assert ("Cijfers van maart" in page.text) is may
    got = browser(cast.carla).get(reverse("client:deliver-shared-file", args=[file.code]))
    assert got.content == PDF
    assert (got["Content-Type"], got["X-Content-Type-Options"]) == ("application/octet-stream", "nosniff")
    assert "attachment" in got["Content-Disposition"] and "cijfers" not in got["Content-Disposition"]


def test_a_new_version_keeps_the_old_one(cast: Cast, row: Assignment) -> None:
    file = share(cast, row, "client")
    sent = {"do": "version", "code": file.code, "proof": upload(b"%PDF-1.7 beter"), "once": "b"}
    assert press(cast.carla, "client", row, **sent).status_code == 302
    where = reverse("manager:deliver-shared-file", args=[file.code])
    client = browser(cast.max)
    assert client.get(where).content == b"%PDF-1.7 beter"
    assert client.get(f"{where}?version=1").content == PDF
    assert client.get(f"{where}?version=3").status_code == client.get(f"{where}?version=-1").status_code == 404


def test_what_is_withdrawn_is_read_by_nobody_until_it_is_put_back_by_who_added_it(cast: Cast, row: Assignment) -> None:
    file = share(cast, row, "client")
    assert press(cast.carla, "client", row, do="withdraw", code=file.code, once="b").status_code == 422
    assert press(cast.max, "manager", row, do="withdraw", code=file.code, once="c").status_code == 302
    assert press(cast.max, "manager", row, do="withdraw", code=file.code, once="d").status_code == 422
    where = reverse("client:deliver-shared-file", args=[file.code])
    assert browser(cast.carla).get(where).status_code == 404
    assert "Cijfers van maart" not in browser(cast.carla).get(address("client", row)).text
    press(cast.max, "manager", row, do="put_back", code=file.code, once="e")
    assert browser(cast.carla).get(where).status_code == 200


@pytest.mark.parametrize("content", [b"", b"<script>alert(1)</script>", b"MZ\x90\x00", b"%PDF" + b"0" * 11_000_000])
def test_a_file_that_is_none_is_refused_and_what_was_typed_stays(cast: Cast, row: Assignment, content: bytes) -> None:
    sent = {"do": "file", "title": "Mijn cijfers", "proof": upload(content), "once": "a"}
    answer = press(cast.max, "manager", row, **sent)
    assert answer.status_code == 422 and 'value="Mijn cijfers"' in answer.text
    assert not SharedFile.objects.exists()


def test_an_office_file_is_shared_and_saved_under_its_own_kind(cast: Cast, row: Assignment) -> None:
    content = office(**XLSX)
    sent = {"do": "file", "title": "Cijfers", "proof": upload(content), "readers": ["client"], "once": "a"}
    assert press(cast.max, "manager", row, **sent).status_code == 302
    got = browser(cast.carla).get(reverse("client:deliver-shared-file", args=[SharedFile.objects.get().code]))
    assert got.content == content
    assert got["Content-Type"] == "application/octet-stream" and ".xlsx" in got["Content-Disposition"]


def test_an_office_file_with_macros_is_refused_with_what_to_do(cast: Cast, row: Assignment) -> None:
    content = office(**XLSX, **{"xl/vbaProject.bin": "x"})
    sent = {"do": "file", "title": "Cijfers", "proof": upload(content), "once": "a"}
    answer = press(cast.max, "manager", row, **sent)
    assert (answer.status_code, "Save it without macros" in answer.text) == (422, True)
    assert not SharedFile.objects.exists()


def test_a_note_is_read_by_who_may_and_taken_away_by_who_wrote_it(cast: Cast, row: Assignment) -> None:
    press(cast.sara, "shadow", row, do="note", text="Let op het tempo.", readers=["manager"], once="a")
    assert "Let op het tempo." in browser(cast.max).get(address("manager", row)).text
    for who, desk in ((cast.carla, "client"), (cast.anton, "bureau")):
        assert "Let op het tempo." not in browser(who).get(address(desk, row)).text
    note = SharedNote.objects.get()
    assert press(cast.carla, "client", row, do="withdraw_note", code=note.code, once="b").status_code == 404
    assert press(cast.max, "manager", row, do="withdraw_note", code=note.code, once="c").status_code == 422
    assert press(cast.sara, "shadow", row, do="withdraw_note", code=note.code, once="d").status_code == 302


def test_a_to_do_stands_on_the_desk_of_whose_it_is_until_it_is_done_and_again_when_undone(
    cast: Cast, row: Assignment
) -> None:
    day = (NOW + timedelta(days=9)).date().isoformat()
    press(cast.max, "manager", row, do="task", what="Cijfers aanleveren", whose="client", due_on=day, once="a")
    desk = reverse("client:home")
    assert "Cijfers aanleveren" in browser(cast.carla).get(desk).text
    assert "Cijfers aanleveren" not in browser(cast.max).get(reverse("manager:home")).text
    task = SharedTask.objects.get()
    assert press(cast.carla, "client", row, do="done", code=task.code, once="b").status_code == 302
    assert "Cijfers aanleveren" not in browser(cast.carla).get(desk).text
    page = browser(cast.sara).get(address("shadow", row)).text
    assert "Cijfers aanleveren" in page and "Carla" in page
    assert press(cast.max, "manager", row, do="done", code=task.code, once="c").status_code == 422
    press(cast.max, "manager", row, do="undo", code=task.code, once="d")
    assert "Cijfers aanleveren" in browser(cast.carla).get(desk).text


def test_a_day_that_is_past_is_refused_with_a_clear_sentence(cast: Cast, row: Assignment) -> None:
    sent = {"do": "task", "what": "Bellen", "whose": "shadow", "due_on": "2020-01-01", "once": "a"}
    answer = press(cast.max, "manager", row, **sent)
    assert answer.status_code == 422
    assert "from today on" in answer.text and 'value="Bellen"' in answer.text


def test_the_auditor_reads_what_the_bureau_reads_and_has_no_button(cast: Cast, row: Assignment) -> None:
    share(cast, row, "bureau")
    page = browser(cast.aukje).get(address("bureau", row)).text
    assert "Cijfers van maart" in page and "Add a file" not in page
