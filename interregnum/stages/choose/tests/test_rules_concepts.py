"""Subjects of a text: what is found, and what is not."""

import pytest

from interregnum.stages.choose.rules.concepts import STEMS, concepts_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("De spaarhypotheken lopen vast", ("mortgages",)),
        ("De afdeling loopt  vast.", ("deadlock",)),
        ("Het bedrijf is in zwaar weer", ("crisis",)),
        ("Bij slecht weer blijven wij binnen", ()),
        ("KYC en Wwft, met DNB", ("money_laundering", "supervision")),
        ("dnbx is geen toezichthouder", ("supervision",)),
        ("Migration of the core system", ("systems", "migration")),
        ("Financiële risico’s en privacy", ("privacy", "risk")),
        ("", ()),
    ],
)
def test_subjects_are_found_in_both_languages_and_inside_compounds(text, found):
    assert concepts_in(text) == found


def test_no_stem_is_too_short_to_be_looked_for_inside_a_word():
    stems = [stem.strip() for written in STEMS.values() for stem in written.split(",")]
    assert [stem for stem in stems if not stem.startswith("|") and len(stem) < 5] == []
