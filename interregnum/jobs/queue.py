"""The door to the queue. A job is an ordinary function with plain arguments; it must be safe to run twice."""

from collections.abc import Callable
from dataclasses import dataclass

from django.tasks import Task, task

type Job = Task

# Of what waits in the queue this goes first: somebody looks at a page until it is done. A night may put thousands of
# mails into the queue that nobody waits for.
SOMEBODY_WAITS = 10


class NotYetError(Exception):
    """This job has to wait for something else: try it again after so many seconds. No failure, and no try."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"not within {seconds} s")
        self.seconds = seconds


class HopelessError(Exception):
    """Trying again cannot help: the job fails at once, and the words of this error are its reason."""


@dataclass(frozen=True)
class Known:
    """What the worker and the pages know of a job: its name for people, what to do when it is given up, whether it is
    tried again after a failure."""

    called: object = ""
    given_up: Callable[..., None] | None = None
    again: bool = True


KNOWN: dict[str, Known] = {}


def job(
    *, called: object, given_up: Callable[..., None] | None = None, again: bool = True, priority: int = 0
) -> Callable[[Callable[..., None]], Job]:
    """Make a function a job: `that.enqueue(...)` writes it into the queue, in the transaction that is open.

    `called` is its name on the page of jobs. `given_up` gets the job's arguments once the last try has failed. What has
    a higher `priority` is done first, SOMEBODY_WAITS before all else.
    """

    def made(function: Callable[..., None]) -> Job:
        made_task: Job = task(priority=priority)(function)
        KNOWN[made_task.module_path] = Known(called, given_up, again)
        return made_task

    return made
