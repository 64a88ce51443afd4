"""What the documents promise is so."""

import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

import pages  # noqa: E402 - the script lives beside the package

DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def test_the_pages_made_from_the_code_are_as_the_code_is():
    assert pages.stale() == [], "run `make docs`"


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_path_that_a_document_names_is_there(path):
    roots = (ROOT, ROOT / "interregnum", path.parent, ROOT / "interregnum" / "stages")
    named = re.findall(r"`((?:[\w.-]+/)+[\w.-]*)`", path.read_text("utf-8")) + re.findall(
        r"\]\((?!http)([^)#]+)\)", path.read_text("utf-8")
    )
    gone = [name for name in named if not name.startswith("var/") and not any((root / name).exists() for root in roots)]
    assert gone == []


def test_every_make_target_that_a_document_names_is_there():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    named = {word for path in DOCUMENTS for word in re.findall(r"`make ([a-z-]+)", path.read_text("utf-8"))}
    assert named <= targets


def test_make_help_lists_every_target():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    phony = set(" ".join(re.findall(r"^\.PHONY:(.*)$", makefile, re.MULTILINE)).split())
    assert phony == set(re.findall(r"^([a-z-]+):.*## ", makefile, re.MULTILINE))


def test_the_lock_names_no_registry():
    assert "://" not in (ROOT / "requirements.lock").read_text("utf-8")
