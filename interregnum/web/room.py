"""Room for the calls of a page.

CPython keeps the frames of a thread in blocks of 16 kB and gives a block back to the system as soon as it is empty. A
loop in a template that calls just over the edge of a block asks the system for memory at each call: a page took
60 ms or 120 ms by how deep it was called. Later releases of 3.13 and 3.14 keep a block at hand (python/cpython issue
142183); with a release from before that, this spares it.
"""

from collections.abc import Callable

from django.http import HttpResponse

from interregnum.web.requests import Request

# In places of a frame, of 8 bytes each. A block is a power of two, so what is left of it is some 460 kB: a page calls
# no deeper than 60.
PLACES = 72_000


def room(get_response: Callable[[Request], HttpResponse]) -> Callable[[Request], HttpResponse]:
    """Makes the whole page in one block of its own: its frame says that it needs more than a block, and uses none."""

    def middleware(request: Request) -> HttpResponse:
        return get_response(request)

    middleware.__code__ = middleware.__code__.replace(co_stacksize=PLACES)
    return middleware
