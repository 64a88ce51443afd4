"""The door to the queue. A job is an ordinary function with plain arguments; it must be safe to run twice."""

from collections.abc import Callable

from django.tasks import Task, task

type Job = Task


def job(function: Callable[..., None]) -> Job:
    """Make a function a job: `that.enqueue(...)` writes it into the queue, in the transaction that is open."""
    return task()(function)
