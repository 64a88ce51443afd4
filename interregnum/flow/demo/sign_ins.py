"""The sign-ins of the demonstration firm: made at random once, kept in a file that its owner alone can read."""

import json
from pathlib import Path

FILE = "demonstration-sign-ins.json"


def keep_sign_ins(folder: Path, rows: list[tuple[str, str, str]]) -> None:
    """Rows are (role, e-mail, password)."""
    path = folder / FILE
    path.touch(mode=0o600)
    path.write_text(json.dumps(rows), "utf-8")


def sign_ins_text(site: str, folder: Path) -> str:
    """The address and a sign-in for each kind of user, as lines for a terminal."""
    lines = ["", f"Interregnum runs at {site}   (Ctrl-C stops it)", ""]
    path = folder / FILE
    if not path.exists():
        unfinished = "No sign-ins are kept here. Was the first start of the demonstration firm broken off? `make fresh`"
        return "\n".join([*lines, f"{unfinished} removes it, and the next `make run` makes it anew.", ""])
    rows = json.loads(path.read_text("utf-8"))
    wide = max(len(email) for _, email, _ in rows)
    lines += [f"Sign in at {site}/account/sign-in/ as", ""]
    lines += [f"  {role:<18} {email:<{wide}}  {password}" for role, email, password in rows]
    return "\n".join([*lines, "", f"or state a problem as a visitor: {site}/ask/", ""])
