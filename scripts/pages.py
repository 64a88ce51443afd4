"""The pages of docs/ that are made from the code: map.md (the tree) and permissions.md (who may open what).

python scripts/pages.py          write them
python scripts/pages.py check    say which are not as the code is, exit 1 if any
"""

import ast
import os
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "interregnum"
QUIET = {"tests", "migrations", "templates", "static", "locale", "lexicon", "documents", "__pycache__", "templatetags"}
MADE = "<!-- Made by scripts/pages.py: change the code, then run it. -->\n"


def first_line(path: Path) -> str:
    """The first sentence of a module's docstring."""
    text = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
    return text.splitlines()[0] if text else ""


def tree(folder: Path, depth: int) -> Iterator[str]:
    for path in sorted(folder.iterdir(), key=lambda path: (path.is_file(), path.name)):
        indent = "  " * depth
        if path.is_dir() and path.name not in QUIET and (path / "__init__.py").exists():
            yield f"{indent}- **{path.name}/** {first_line(path / '__init__.py')}"
            yield from tree(path, depth + 1)
        elif path.suffix == ".py" and path.name not in {"__init__.py", "apps.py"}:
            yield f"{indent}- `{path.name}` {first_line(path)}"


def map_page() -> str:
    return f"# Map\n\n{MADE}\nEach folder and file with its first sentence; the stages stand in their order.\n\n" + (
        "\n".join(tree(PACKAGE, 0)) + "\n"
    )


def permissions_page() -> str:
    from interregnum.kernel.actor import Role
    from interregnum.people.permissions import ROWS

    roles = [role for role in Role if role is not Role.HOUSE]
    lines = [
        f"# Who may open what\n\n{MADE}",
        "R: may look. W: may send. Nothing: answered as an address that does not exist. Scope says whose objects:",
        "`page` no object, `firm` all of the firm, `portfolio` one's own clients (a partner: all), `own` one's own.\n",
        "| address | scope | " + " | ".join(role.replace("_", " ") for role in roles) + " |",
        "|---|---|" + "---|" * len(roles),
    ]
    for row in ROWS:
        cells = [("R" * row.allows(role, "GET") + "W" * row.allows(role, "POST")) for role in roles]
        lines.append(f"| `{row.address}` | {row.scope} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


PAGES = {"map.md": map_page, "permissions.md": permissions_page}


def stale() -> list[str]:
    """The names of the pages that are not as the code is."""
    return [name for name, page in PAGES.items() if not _holds(ROOT / "docs" / name, page())]


def _holds(path: Path, text: str) -> bool:
    return path.exists() and path.read_text("utf-8") == text


if __name__ == "__main__":
    os.chdir(ROOT)
    if sys.argv[1:] == ["check"]:
        print("\n".join(stale()))
        raise SystemExit(bool(stale()))
    for name, page in PAGES.items():
        (ROOT / "docs" / name).write_text(page(), "utf-8")
