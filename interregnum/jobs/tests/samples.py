"""Jobs of the tests."""

from interregnum.jobs.progress import tell_progress
from interregnum.jobs.queue import SOMEBODY_WAITS, job

done: list[str] = []
given_up: list[str] = []
raises: dict[str, Exception] = {}


@job(called="Write down", given_up=given_up.append)
def write_down(word: str) -> None:
    if word in raises:
        raise raises[word]
    done.append(word)


@job(called="Make for somebody", priority=SOMEBODY_WAITS)
def made_for_somebody(word: str) -> None:
    done.append(word)


@job(called="Count")
def count(of: int) -> None:
    for number in range(of):
        tell_progress(number + 1, of)


def forget() -> None:
    done.clear()
    given_up.clear()
    raises.clear()
