"""Whoever was erased cannot be found any more."""

import pytest

from interregnum.people.models import SearchEntry, SearchWord
from interregnum.people.search import Entry, forget_in_search, keep

pytestmark = pytest.mark.django_db


def test_an_erased_person_and_the_words_that_only_they_had_are_gone():
    words = {"max": ("maximiliaan", "utrecht"), "olga": ("olga", "utrecht")}
    keep([Entry(kind="manager", code=code, title=code, note="", words=frozenset(of)) for code, of in words.items()])
    assert forget_in_search({"max"}) == 1
    assert list(SearchEntry.objects.values_list("code", flat=True)) == ["olga"]
    assert set(SearchWord.objects.values_list("text", flat=True)) == {"olga", "utrecht"}
