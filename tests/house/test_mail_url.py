"""A mail server that EMAIL_URL names wrongly is told at the start, in a sentence, and bounces nobody's mail."""

import os
import subprocess
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured

from interregnum.config.mail_url import WRONG, mailer_of

SECRET = "geheim"
BAD = (
    "mail.example:587", "smtp://", "smtp://smtp..nl:25", f"smtp://{'a' * 64}.nl:25",
    f"smtp+tls://n:{SECRET}@mail example", f"smtp://n:{SECRET}@mail.example:abc", f"smtp://n:{SECRET}#x@mail.example:25",
    f"http://n:{SECRET}@mail.example", "smtp://name:2024#x@mail.example:25", "smtp+tls://n:12/x@mail.example:587",
    "smtp://n:7?x@mail.example", "smtp://mail.example:25/folder", "smtp://mail.example:25?timeout=5",
    "smtp://mail.example:99999", "smtp://mail.example:0", "consolemail://",
)  # fmt: skip


@pytest.mark.parametrize("url", BAD)
def test_what_can_be_no_mail_server_is_refused_in_words_without_its_password(url):
    with pytest.raises(ImproperlyConfigured) as refused:
        mailer_of(url)
    assert str(refused.value) == WRONG
    assert SECRET not in str(refused.value)


@pytest.mark.parametrize(
    ("url", "host", "port"),
    [
        (f"smtp+tls://naam%40firma.nl:{SECRET}%23@mail.firma.nl:587", "mail.firma.nl", 587),
        ("smtp://127.0.0.1:2525", "127.0.0.1", 2525),
        ("smtp://[::1]:25", "::1", 25),
        ("smtp+ssl://mail", "mail", None),
        ("smtp://mail_relay:25", "mail_relay", 25),
        ("smtp://mail.example.:25/", "mail.example.", 25),
    ],
)
def test_what_can_be_one_is_taken(url, host, port):
    options = mailer_of(url)["OPTIONS"]
    assert (options["host"], options["port"]) == (host, port)
    assert options["password"] in {None, f"{SECRET}#"}


@pytest.mark.parametrize("command", ["run", "worker", "migrate"])
def test_nothing_starts_and_the_terminal_shows_the_sentence_alone(tmp_path, command):
    named = {"EMAIL_URL": f"smtp://n:{SECRET}@smtp..nl:25", "INTERREGNUM_DATA": str(tmp_path)}
    line = [sys.executable, "-m", "interregnum", command]
    done = subprocess.run(line, env=os.environ | named, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr.strip(), done.stdout) == (1, WRONG, "")
