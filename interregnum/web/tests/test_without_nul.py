"""What stands behind the question mark of an address holds no NUL, which PostgreSQL refuses as text."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from interregnum.web.middleware import without_nul


@pytest.mark.parametrize(
    ("asked", "left"), [("q=%00a", "q=a"), ("q=%%0000a", "q=a"), ("q=a%2500", "q=a%2500"), ("", "")]
)
def test_a_nul_goes_out_of_an_address_and_all_else_stays(asked, left):
    answer = without_nul(lambda _request: HttpResponse())
    request = RequestFactory().get(f"/?{asked}")
    assert answer(request).status_code == 200
    assert request.META["QUERY_STRING"] == left
