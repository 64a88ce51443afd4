"""A class that no stylesheet knows changes nothing on the page: a column of amounts stood left for want of one."""

import re
from pathlib import Path

HOUSE = Path(__file__).parents[2] / "interregnum"
# By these a script or htmx finds its place; a tone that is that of the piece itself needs no style of its own.
WITHOUT_STYLE = {"progress", "whom-found", "notice-info", "bar-info"}
TAG = re.compile(r"{[{%].*?[%}]}")


def styled() -> set[str]:
    sheets = (path.read_text("utf-8") for path in HOUSE.rglob("static/css/*.css"))
    return {name for text in sheets for name in re.findall(r"\.([a-z][\w-]*)", text)}


def named() -> dict[str, Path]:
    """Class -> a template that names it; not what a tag writes a part of, nor mails, that have styles of their own."""
    found = {}
    for path in HOUSE.rglob("templates/**/*.html"):
        if "mail" in path.parts:
            continue
        for value in re.findall(r'class="((?:{[{%].*?[%}]}|[^"])*)"', path.read_text("utf-8")):
            words = TAG.sub("\0", value).split()
            found.update(dict.fromkeys((one for one in words if "\0" not in one), path))
    return found


def test_each_class_on_a_page_has_a_style():
    known = styled() | WITHOUT_STYLE
    assert len(known) > 200
    assert {name: path.name for name, path in named().items() if name not in known} == {}
