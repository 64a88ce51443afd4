"""Nothing grows without being noticed: files of 300 lines at most, functions by the kind of part they are in."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MOST_LINES = 300
# The longest function of each part, in lines with its docstring.
MOST_OF_FUNCTION = {"rules": 25, "actions": 40, "views": 20}


def files() -> list[Path]:
    found = [
        path
        for folder in ("interregnum", "tests", "scripts", "bench")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in {".py", ".html", ".css", ".js", ".typ", ".toml"} and "migrations" not in path.parts
    ]
    # The lexicons are data: they may be as long as the language is.
    return [path for path in found if "lexicon" not in path.parts or path.suffix != ".toml"]


@pytest.mark.parametrize("path", files(), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_fits_on_a_few_screens(path):
    assert len(path.read_text("utf-8").splitlines()) <= MOST_LINES


@pytest.mark.parametrize("part", MOST_OF_FUNCTION)
def test_a_function_fits_in_the_head(part):
    too_long = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name} has {node.end_lineno - node.lineno + 1} lines"
        for path in (ROOT / "interregnum").rglob("*.py")
        if part in {path.parent.name, path.stem, *(parent.name for parent in path.parents)}
        and "tests" not in path.parts
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef) and node.end_lineno - node.lineno + 1 > MOST_OF_FUNCTION[part]
    ]
    assert too_long == []
