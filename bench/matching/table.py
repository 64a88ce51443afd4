"""One line of the table."""


def say(what: str, figure: str, promised: str, *, kept: bool | None = None) -> None:
    verdict = "" if kept is None else "kept" if kept else "MISSED"
    print(f"{what:<58} {figure:>18}   {promised:<14} {verdict}".rstrip(), flush=True)
