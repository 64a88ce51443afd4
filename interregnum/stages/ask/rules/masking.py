"""Takes names out of a request before anybody outside the firm may see it: whatever is not known to be a word goes."""

import re
from collections.abc import Callable, Iterable
from functools import partial

from interregnum.stages.ask.rules.letter import Kind, parts
from interregnum.stages.ask.rules.words import fold

NAME = "[name]"
CONTACT = "[contact]"
_CONTACT = re.compile(
    r"[\w.+%-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,63}){1,4}|(?:https?://|www\.)\S{1,300}|\b[\w-]{1,63}\.(?:nl|com|org|net|eu|be|io)\b|"
    r"\b[A-Z]{2}\d{2}[ ]?[A-Z]{4}[ ]?(?:\d[ ]?){10}|\b\d{4}\s?[A-Z]{2}\b|\(?\+?\d[\d\s().-]{5,20}\d"
)
_ADDRESSED = re.compile(
    r"\b(?:dhr|mevr|mw|de heer|heer|mevrouw|meneer|mr|mrs|ms|drs|ir|ing|dr|prof|beste|geachte|dear|hi|hallo|dag)\b\.?"
    r"(?:\s+(?:de heer|mevrouw))?(?:[ ]+[^\W\d_][\w'’.-]{0,30}){1,3}",
    re.IGNORECASE,
)
_PARTICLE = r"(?:de|den|der|van|von|ter|ten|te|la|el|al|het|'t|of|and|en|&)"
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ][\w'’.-]{0,60}"
_ANY = r"[^\W\d_][\w'’-]{0,30}"
_RUN = re.compile(rf"{_CAPITAL}(?:[ ]+(?:{_PARTICLE}[ ]+){{0,2}}{_CAPITAL}){{0,6}}")
# Who says in small letters who somebody is, or signs so: the words after it, as far as they are not known.
_CUE = (
    r"(?:ik ben|ik heet|mijn naam is|i am|i'm|my name is|(?:vriendelijke )?groet(?:en|jes)?|gr|mvg|regards|"
    r"c[a-z]o|directeur|director|manager|teamleider|collega|colleague)\b"
)
_SAID = rf"(?!{_CUE}){_ANY}"
_TOLD = re.compile(
    rf"\b(?P<cue>{_CUE}[,.]?[ \n]+)(?P<said>{_SAID}(?:[ ]+(?:{_PARTICLE}[ ]+){{0,2}}{_SAID}){{0,2}})", re.IGNORECASE
)
# What stands after a function or "ik ben" and is nobody's name.
_NO_NAME = frozenset({
    "bezig", "blij", "gaat", "gestart", "gevraagd", "had", "has", "have", "heb", "hebben", "heeft", "kan",
    "komt", "kon", "left", "looking", "moet", "nu", "resigned", "responsible", "sinds", "toe",
    "verantwoordelijk", "vertrekt", "was", "werd", "werkt", "wil", "will", "wordt", "zal",
})  # fmt: skip
_WORD = re.compile(r"[\w'’]+")
_SHORTEST = 3


def masked(text: str, *, names: Iterable[str], known: Callable[[str], bool]) -> str:
    """The request without mail headers and signatures, orders to a machine, contact data and names.

    `names` are those filled in beside the text; `known` tells whether a folded word is one of the profession or of the
    language. A capitalised word that is not known may be a name, so it goes: rather a word too many than a name.
    """
    unsaid = (Kind.FRAME, Kind.TO_A_MACHINE)
    body = "".join(text[part.start : part.end] for part in parts(text) if part.kind not in unsaid)
    body = _CONTACT.sub(CONTACT, body)
    for name in sorted(set(_names(names, known)), key=len, reverse=True):
        body = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", NAME, body, flags=re.IGNORECASE)
    body = _ADDRESSED.sub(NAME, body)
    body = _RUN.sub(partial(_without_names, known=known), body)
    body = _TOLD.sub(partial(_without_told, known=known), body)
    return re.sub(r"(?:\[name\][ ,.&-]*){2,}", f"{NAME} ", body).strip()


def _names(names: Iterable[str], known: Callable[[str], bool]) -> Iterable[str]:
    for name in names:
        whole = " ".join(name.split())
        if len(whole) >= _SHORTEST:
            yield whole
        for word in _WORD.findall(name):
            if len(word) >= _SHORTEST and not known(fold(word)):
                yield word


def _without_names(run: re.Match[str], *, known: Callable[[str], bool]) -> str:
    """A run of capitalised words stays only when each of them is known."""
    words = [word for word in _WORD.findall(run.group()) if word not in ("name", "contact")]
    # What stands between joints, such as IFRS-17, is judged piece by piece.
    return run.group() if all(known(fold(word)) for word in words) else NAME


def _without_told(told: re.Match[str], *, known: Callable[[str], bool]) -> str:
    """After who somebody is, up to the first word that is known: a name, also in small letters."""
    kept = told["said"].split(" ")
    gone = 0
    for at, word in enumerate(kept):
        if not re.fullmatch(_PARTICLE, word, re.IGNORECASE):
            if known(fold(word)) or fold(word) in _NO_NAME or word == "name":
                break
            gone = at + 1
    return told["cue"] + " ".join([NAME, *kept[gone:]] if gone else kept)
