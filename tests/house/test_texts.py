"""Every text of the screen in both languages."""

import re
import sys
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

import texts  # noqa: E402 - the script lives beside the package

CATALOGUES = sorted((ROOT / "interregnum").rglob("django.po"))
PLACE = re.compile(r"%\((\w+)\)")


def test_no_text_lacks_its_dutch():
    assert texts.missing() == []


def test_every_text_has_one_dutch_text():
    assert texts.doubled() == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: str(path.parents[3].name))
def test_a_translation_keeps_the_places_of_its_values(path):
    with path.open("rb") as source:
        catalogue = read_po(source)
    wrong = []
    for message in catalogue:
        for dutch in message.string if message.pluralizable else [message.string]:
            ids = message.id if message.pluralizable else [message.id]
            allowed = [set(PLACE.findall(text)) for text in ids]
            if message.id and set(PLACE.findall(dutch)) not in allowed:
                wrong.append(message.id)
    assert wrong == []


def test_the_dutch_is_polite():
    impolite = []
    for path in CATALOGUES:
        with path.open("rb") as source:
            for message in read_po(source):
                words = message.string if isinstance(message.string, str) else " ".join(message.string)
                if re.search(r"\b(je|jij|jou|jouw|jullie)\b", words, re.IGNORECASE):
                    impolite.append(words)
    assert impolite == []


def test_templates_say_nothing_outside_the_catalogues():
    """Letters between tags that no translate tag holds would show in one language alone."""
    bare = []
    for path in (ROOT / "interregnum").rglob("*.html"):
        if path.name in {"fault.html", "400.html", "500.html"}:
            continue
        text = path.read_text("utf-8")
        text = re.sub(r"{%\s*blocktranslate.*?endblocktranslate\s*%}", "", text, flags=re.DOTALL)
        text = re.sub(r"{%.*?%}|{{.*?}}|{#.*?#}|<!--.*?-->", "", text, flags=re.DOTALL)
        text = re.sub(r"<(script|style|code)\b.*?</\1>", "", text, flags=re.DOTALL)
        text = re.sub(r"<[^>]*>", "\n", text, flags=re.DOTALL)
        words = re.findall(r"[A-Za-z]{3,}", re.sub(r"&\w+;", "", text))
        bare += [f"{path.relative_to(ROOT)}: {word}" for word in words if word != "Interregnum"]
    assert bare == []
