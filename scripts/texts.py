"""Texts of the screen: gather them from code and templates, report what Dutch lacks, compile the catalogues.

python scripts/texts.py gather     every message into the .po file of its own app (new ones empty)
python scripts/texts.py compile    .po to .mo
python scripts/texts.py missing    print what has no Dutch text, or two, exit 1 if anything
"""

import io
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "interregnum"
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}


@cache
def homes() -> list[Path]:
    """Each folder that keeps its own catalogue: the apps."""
    return sorted(path.parent for path in PACKAGE.rglob("apps.py"))


def home_of(path: Path) -> Path:
    """The nearest app above a file; what stands in no app (desks' shared parts) belongs to web."""
    return next((home for home in homes() if path.is_relative_to(home)), PACKAGE / "web")


def sources() -> Iterator[Path]:
    for path in sorted(PACKAGE.rglob("*")):
        if path.suffix in {".py", ".html", ".txt"} and not {"tests", "migrations", "static"} & set(path.parts):
            yield path


def messages_of(path: Path) -> Iterator[tuple[object, object]]:
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        from django.conf import settings
        from django.utils.translation.template import templatize

        if not settings.configured:
            settings.configure()
        # What stays of the markup would read as wrongly indented Python.
        text = "\n".join(line.strip() for line in templatize(text, origin=str(path)).splitlines())
    for _line, message, _comments, context in extract("python", io.BytesIO(text.encode()), KEYWORDS):
        yield message, context


def gathered() -> dict[Path, Catalog]:
    """A fresh catalogue per app with every message its files say."""
    catalogues = {home: Catalog(locale="nl", project="Interregnum", fuzzy=False) for home in homes()}
    for path in sources():
        for message, context in messages_of(path):
            catalogue = catalogues.setdefault(home_of(path), Catalog(locale="nl", fuzzy=False))
            flags = ["python-format"] if "%(" in str(message) else []
            catalogue.add(message, context=context, flags=flags, locations=[(str(path.relative_to(ROOT)), 0)])
    return {home: catalogue for home, catalogue in catalogues.items() if len(catalogue)}


def po_file(home: Path) -> Path:
    return home / "locale" / "nl" / "LC_MESSAGES" / "django.po"


def known(home: Path) -> Catalog:
    path = po_file(home)
    return read_po(path.open("rb"), locale="nl") if path.exists() else Catalog(locale="nl")


def gather() -> None:
    for home, fresh in gathered().items():
        catalogue = known(home)
        catalogue.update(fresh, no_fuzzy_matching=True, update_creation_date=False)
        catalogue.obsolete.clear()
        catalogue.fuzzy = False
        po_file(home).parent.mkdir(parents=True, exist_ok=True)
        with po_file(home).open("wb") as target:
            write_po(target, catalogue, width=110, sort_output=True, omit_header=False, include_lineno=False)


def missing() -> list[str]:
    """Every message without a Dutch text, as `app: message`."""
    lacking = []
    for home, fresh in gathered().items():
        catalogue = known(home)
        for message in fresh:
            held = catalogue.get(message.id, message.context) if message.id else None
            if message.id and (held is None or not all(held.string if message.pluralizable else [held.string])):
                lacking.append(f"{home.relative_to(PACKAGE)}: {message.id!r}")
    return lacking


def doubled() -> list[str]:
    """Every message that two apps say differently in Dutch: on a screen one of the two would win, for both."""
    said: dict[tuple[object, object], dict[object, list[str]]] = {}
    for home in filter(lambda one: po_file(one).exists(), homes()):
        for message in known(home):
            if message.id and message.string:
                texts = said.setdefault((message.context, message.id), {})
                texts.setdefault(message.string, []).append(home.name)
    return [f"{message!r}: {texts}" for (_context, message), texts in said.items() if len(texts) > 1]


def compile_all() -> None:
    for path in sorted(PACKAGE.rglob("*.po")):
        with path.open("rb") as source, path.with_suffix(".mo").open("wb") as target:
            write_mo(target, read_po(source))


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["gather"]:
            gather()
        case ["compile"]:
            compile_all()
        case ["missing"]:
            print("\n".join(lacking := missing() + doubled()))
            raise SystemExit(bool(lacking))
        case _:
            raise SystemExit(__doc__)
