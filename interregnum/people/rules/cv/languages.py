"""The languages that a CV names, as codes of two letters."""

import re
from collections.abc import Iterable

from interregnum.people.rules.cv.headings import bare

_NAMES = {
    "nl": "nederlands dutch nederlandse niederlandisch", "en": "engels english engelse englisch",
    "de": "duits german duitse deutsch", "fr": "frans french franse francais", "es": "spaans spanish spaanse espanol",
    "it": "italiaans italian", "pt": "portugees portuguese", "pl": "pools polish", "tr": "turks turkish",
    "ar": "arabisch arabic", "ru": "russisch russian", "zh": "chinees chinese mandarijn mandarin",
    "sv": "zweeds swedish", "da": "deens danish", "no": "noors norwegian", "fi": "fins finnish",
    "pap": "papiaments papiamento", "hi": "hindi", "id": "indonesisch indonesian bahasa", "el": "grieks greek",
    "hu": "hongaars hungarian", "cs": "tsjechisch czech", "ro": "roemeens romanian", "ja": "japans japanese",
    "af": "afrikaans", "fy": "fries frisian", "uk": "oekraiens ukrainian", "ber": "berbers", "ko": "koreaans korean",
    "fa": "perzisch farsi persian", "he": "hebreeuws hebrew", "bg": "bulgaars bulgarian", "hr": "kroatisch croatian",
    "sr": "servisch serbian", "sk": "slowaaks slovaaks slovak", "ur": "urdu", "vi": "vietnamees vietnamese",
    "ca": "catalaans catalan", "lb": "luxemburgs luxembourgish",
}  # fmt: skip
LANGUAGE = {name: code for code, names in _NAMES.items() for name in names.split()}
_THREE = {
    "nld": "nl", "dut": "nl", "eng": "en", "deu": "de", "ger": "de", "fra": "fr", "fre": "fr", "spa": "es", "ita": "it",
    "por": "pt", "pol": "pl", "tur": "tr", "ara": "ar", "rus": "ru", "zho": "zh", "chi": "zh", "swe": "sv", "dan": "da",
    "nor": "no", "nob": "no", "fin": "fi", "ell": "el", "hun": "hu", "ces": "cs", "ron": "ro", "jpn": "ja", "fry": "fy",
}  # fmt: skip


def languages_of(texts: Iterable[str]) -> tuple[str, ...]:
    """Every language that is named, in order, each once.

    >>> languages_of(["Nederlands (moedertaal)", "English: C1"])
    ('nl', 'en')
    """
    words = (
        word for text in texts for word in re.findall(r"[^\W\d_]+", bare(text.replace("(", " ").replace(")", " ")))
    )
    return tuple(dict.fromkeys(LANGUAGE[word] for word in words if word in LANGUAGE))


def listed(lines: Iterable[str]) -> tuple[str, ...]:
    """Languages that stand in a list without a heading: two lines at least that begin with one and say little more."""
    found: list[str] = []
    for line in lines:
        words = re.findall(r"[^\W\d_]+", bare(line.replace("(", " ").replace(")", " ")))
        if words and words[0] in LANGUAGE and len(words) < 9:
            found += languages_of([line])
    return tuple(dict.fromkeys(found)) if len(found) > 1 else ()


def code_of(text: str) -> str:
    """The code of a language by its name or by a code of two or three letters; "" for none."""
    words = bare(text).strip()
    if words in LANGUAGE.values():
        return words
    found = languages_of([words])
    return _THREE.get(words) or _THREE.get(words[:3] if "-" in words[3:4] else "") or (found[0] if found else "")
