"""No address that opens something for whoever has it stands whole in a log: by one rule, over all addresses."""

import logging
import re

import pytest
from django.urls import get_resolver
from hypothesis import given
from hypothesis import strategies as st

from interregnum.config.logs import BEARER, WithoutLinks, routes
from interregnum.kernel.actor import Role
from interregnum.people.permissions import ROWS

SECRET = "geheim-Aa1_x"
ROUTES = sorted(set(routes(get_resolver())))
BEARERS = [route for route in ROUTES if BEARER.search(route)]
# Parts of addresses that anybody may open and that open nothing by themselves.
OPEN = {"<slug:code>", "<str:code>", "<slug:question>", "<slug:name>"}


def path_of(route: str, said: str = SECRET) -> str:
    """An address as somebody calls it."""
    plain = re.sub(r"\(\?P<\w+>(?:[^()]|\([^()]*\))*\)", said, route).removesuffix("$")
    return "/" + re.sub(r"<[^>]+>", said, plain)


def logged(text: str, *args: object) -> str:
    line = logging.LogRecord("x", logging.WARNING, "x", 1, text, args, None)
    assert WithoutLinks().filter(line)
    return line.getMessage()


def test_there_are_as_many_as_people_get_by_mail():
    assert {"p/", "stay/", "stayed/", "taken-over/", "invitation/", "intake/", "referee/", "join/"} <= {
        route.partition("<")[0] for route in BEARERS
    }
    assert any("password" in route for route in BEARERS)


@pytest.mark.parametrize("route", BEARERS)
def test_what_opens_it_stands_in_no_line(route):
    told = logged("Not Found: %s (%s)", path_of(route), f"https://huis.example{path_of(route)}?in=en")
    assert SECRET not in told
    assert "…" in told


@given(st.from_regex(r"\A[A-Za-z0-9_=-]{1,60}\Z"))
def test_whatever_it_is(said):
    for route in BEARERS:
        before = path_of(route, "\0").partition("\0")[0]
        assert logged("%s", path_of(route, said)).startswith(before + "…")


@pytest.mark.parametrize("path", ["/people/x/", "/bureau/proof/filled/", "/stayed/", "/client/assignments/a1b2/", "/p"])
def test_all_other_addresses_stay_as_they_are(path):
    assert logged("Not Found: %s", path) == f"Not Found: {path}"


def test_whoever_adds_an_address_for_everybody_names_what_opens_it():
    """A part that is not fixed is a bearer by its name, or is known to open nothing."""
    anybody = {row.address.rpartition(":")[2] for row in ROWS if Role.VISITOR in row.roles}
    found = list(_public(get_resolver(), anybody))
    assert sum(bool(BEARER.search(route)) for route in found) > 8
    for route in found:
        parts = set(re.findall(r"<[^>]+>", route))
        assert BEARER.search(route) or parts <= OPEN, route


def _public(resolver, names, before=""):
    for one in resolver.url_patterns:
        route = before + str(one.pattern)
        if hasattr(one, "url_patterns"):
            if getattr(one, "namespace", None) in (None, "front"):
                yield from _public(one, names, route)
        elif one.name in names:
            yield route
