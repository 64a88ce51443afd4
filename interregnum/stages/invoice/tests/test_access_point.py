"""Sending an invoice to an access point: one that takes it, has it, fails, hangs, drips or points elsewhere."""

import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from interregnum.outside.einvoice.access_point import AccessPoint, NotSentError, send

US, THEM = ("0106", "12345678"), ("0190", "00000001234567890000")


class Point(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        key = self.headers["Idempotency-Key"]
        status = 409 if key in self.server.taken else self.server.answers.pop(0)
        if status in (200, 201):
            self.server.taken[key] = (body, dict(self.headers))
        if status == "hang":
            self.server.over.wait(10)
            return
        if status == "hang up":
            # Taken, and gone before it said so.
            self.server.taken[key] = (body, dict(self.headers))
            return
        self.send_response(status)
        if status == 302:
            self.send_header("Location", "http://127.0.0.1:1/elsewhere")
        self.end_headers()
        for sign in f"said {status}".encode():
            self.wfile.write(bytes([sign]))
            if self.server.drips:
                self.wfile.flush()
                time.sleep(0.2)

    def log_message(self, *_):
        pass


@contextmanager
def point(*answers, drips=False, seconds=5.0):
    server = ThreadingHTTPServer(("127.0.0.1", 0), Point)
    server.answers, server.taken, server.drips, server.over = list(answers), {}, drips, threading.Event()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server, AccessPoint(f"http://127.0.0.1:{server.server_port}/outbound", "secret", seconds)
    finally:
        server.over.set()
        server.shutdown()
        server.server_close()


def sent(to, key="invoice-1"):
    return send(to, b"<Invoice/>", key=key, sender=US, receiver=THEM)


def test_an_invoice_is_handed_over_with_its_key_and_both_addresses_and_the_answer_is_kept():
    with point(201) as (server, to):
        receipt = sent(to)
    assert (receipt.status, receipt.body, receipt.was_known) == (201, "said 201", False)
    body, headers = server.taken["invoice-1"]
    assert (body, headers["Authorization"]) == (b"<Invoice/>", "Bearer secret")
    assert headers["X-Peppol-Receiver"] == "iso6523-actorid-upis::0190:00000001234567890000"


def test_a_second_time_it_is_known_and_not_taken_twice():
    with point(201) as (server, to):
        assert [sent(to).was_known, sent(to).was_known] == [False, True]
        assert len(server.taken) == 1


def test_one_that_took_it_and_hung_up_knows_it_on_the_next_try():
    with point("hang up") as (server, to):
        with pytest.raises(NotSentError) as failed:
            sent(to)
        assert failed.value.may_try_again
        assert sent(to).was_known
        assert len(server.taken) == 1


@pytest.mark.parametrize(
    ("status", "later"), [(400, False), (401, False), (422, False), (302, False), (429, True), (500, True), (503, True)]
)
def test_a_refusal_says_whether_it_makes_sense_to_try_again(status, later):
    with point(status) as (server, to), pytest.raises(NotSentError) as failed:
        sent(to)
    assert (failed.value.status, failed.value.may_try_again, server.taken) == (status, later, {})


@pytest.mark.parametrize(("answer", "drips"), [("hang", False), (201, True)])
def test_one_that_hangs_or_drips_is_given_up_in_time(answer, drips):
    begun = time.monotonic()
    with point(answer, drips=drips, seconds=0.5) as (_, to), pytest.raises(NotSentError):
        sent(to)
    assert time.monotonic() - begun < 4


@pytest.mark.parametrize("address", ["", "file:///etc/passwd", "ftp://a.example", "nonsense"])
def test_what_is_no_web_address_gets_nothing(address):
    with pytest.raises(NotSentError) as failed:
        sent(AccessPoint(address, "", 1))
    assert not failed.value.may_try_again


def test_nobody_there_may_be_there_later():
    with pytest.raises(NotSentError) as failed:
        sent(AccessPoint("http://127.0.0.1:1/", "", 2))
    assert failed.value.may_try_again
