"""A page costs the same however deep it is called."""

import resource
from collections.abc import Callable

from django.http import HttpResponse
from django.test import RequestFactory

from interregnum.web.room import room

CALLS = 2_000


def at_depth(depth: int, work: Callable[[], object]) -> object:
    return work() if depth == 0 else at_depth(depth - 1, work)


def nothing() -> None:
    """One more frame."""


def page(_request: object) -> HttpResponse:
    for _ in range(CALLS):
        nothing()
    return HttpResponse("whole")


def test_no_depth_asks_the_system_for_memory_at_each_call() -> None:
    request, roomy = RequestFactory().get("/"), room(page)
    for depth in range(0, 400, 2):
        before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
        answer = at_depth(depth, lambda: roomy(request))
        assert isinstance(answer, HttpResponse)
        assert answer.content == b"whole"
        assert resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before < CALLS // 2, f"at depth {depth}"
