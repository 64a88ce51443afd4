"""Who a CV is of: name, address of mail, telephone and town."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from interregnum.people.rules.cv.dates import spans
from interregnum.people.rules.cv.fragments import BORN
from interregnum.people.rules.cv.headings import bare, part_of
from interregnum.people.rules.cv.titles import house_points, title_points
from interregnum.people.rules.cv.towns import TOWNS, town_of
from interregnum.people.rules.cv.values import Line

_MAIL = re.compile(r"[A-Za-z0-9][\w.+'-]{0,63}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_PHONE = re.compile(r"(?<![\w/])(?:\+|00)?\(?\d(?:(?:[\s().\-–]{0,3}|/)\d){8,13}(?![\w/])")
_NO_PHONE = re.compile(r"\b(?:kvk|btw|iban|bsn|vat|big|rsin|geb|geboren|birth|rekening|k\.v\.k)", re.IGNORECASE)
_PHONE_LABEL = re.compile(r"(?:\btel|\bmob|\bphone|\bgsm|\b[tm]\b[:.]|☎|📞|\bcell|\bm/)", re.IGNORECASE)
_POSTCODE = re.compile(r"\b[1-9]\d{3}\s?[A-Z]{2}\b[\s,]+([A-Z'’][\w'’ -]{1,40})")
_NAME_LABEL = re.compile(r"^(?:volledige\s)?(?:naam|name|full name|naam en voornaam)\s*[:\t]\s*(.+)$", re.IGNORECASE)
_FIRST_LABEL = re.compile(r"^(?:voornaam|voornamen|roepnaam|first names?|given names?)\s*[:\t]\s*(.+)$", re.IGNORECASE)
_LAST_LABEL = re.compile(r"^(?:achternaam|familienaam|surnames?|last name|family name)\s*[:\t]\s*(.+)$", re.IGNORECASE)
_TOWN_LABEL = re.compile(
    r"(?:^|\t|\s[|•·]\s)\s*(?:woonplaats|woonachtig(?: te| in)?|plaats|city|town|location|locatie|residence|adres|"
    r"address|"
    r"place of residence|woonplaats en postcode|postcode(?: en | / |/)(?:woon)?plaats|standplaats|"
    r"gevestigd(?: te| in)?|"
    r"lives in|living in|woont in|based in|regio|home)\s*[:\t ]\s*([^\t|•·]+)",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"^(?:(?:drs|ir|mr|dr|ing|prof|dhr|mw|mevr|mevrouw|de heer|mrs|ms)\.?\s+)+", re.IGNORECASE)
_AFTER = re.compile(
    r"(?:[\s,]+(?:m\.?sc|b\.?sc|mba|emba|ll\.?m|ma|ba|ra|rc|raa|ctc|cpa|phd|cfa|emia|mim|rb|aag|rba|emfc|pmp|re|cia|"
    r"mmc|"
    r"rvb|cmc|mmo|drs|ir|ing)\.?)+$",
    re.IGNORECASE,
)
_TOWN = re.compile(
    r"(?!LinkedIn|Mobiel|Telefoon|E-?mail|Tel|Phone|Email|Mobile|Website)[A-Z'’][\w'’-]{2,}(?:\s(?:aan|den|de|op|bij|[A-Z][\w'’-]+)){0,3}"
    r"(?:,\s(?:Nederland|The Netherlands|Netherlands|NL))?"
)
_TITLE_OF_CV = re.compile(
    r"^(?:curriculum\s*vitae|cv|c\.v\.|resume|résumé|profiel|profile)\b\s*(?:van|of|for|[-–—|:])?\s*",
    re.IGNORECASE,
)
_SMALL = frozenset([
    "van", "de", "der", "den", "het", "'t", "ten", "ter", "te", "von", "du", "di", "da", "la", "le", "el", "al",
    "ben", "bin", "op", "in", "aan", "d'", "l'", "y",
])  # fmt: skip
_NO_NAME = frozenset([
    "interim", "management", "manager", "directeur", "director", "consultant", "adviseur", "pagina", "page",
    "blad", "contact", "profiel", "profile", "curriculum", "vitae", "resume", "email", "e-mail", "telefoon",
    "mobiel", "adres", "linkedin", "geboren", "nederland", "netherlands", "samenvatting", "summary", "ervaring",
    "experience", "vaardigheden", "skills", "talen", "languages", "nederlandse", "dutch", "engels",
    "verandermanager", "datum",
])  # fmt: skip


def email_of(texts: Iterable[str]) -> str:
    for text in texts:
        found = _MAIL.search(re.sub(r"\s?\(at\)\s?|\s\[at\]\s", "@", text))
        if found:
            return found[0].rstrip(".-'")
    return ""


def phone_of(texts: Sequence[str]) -> str:
    """The first telephone number, a mobile one before others; numbers of registers and birthdays are none."""
    found = []
    for text in texts:
        if BORN.search(text) and not _PHONE_LABEL.search(text):
            continue
        for match in _PHONE.finditer(text):
            before = text[max(0, match.start() - 22) : match.start()]
            digits = re.sub(r"\D", "", match[0])
            if _NO_PHONE.search(before) or _is_period(match[0]) or not 9 <= len(digits) <= 14:
                continue
            if match[0][0] in "+0(" or _PHONE_LABEL.search(before):
                found.append((not re.search(r"^(?:0{0,2}31\(?0?\)?|0)6", digits), match[0].strip(" .-")))
    return " ".join(min(found, key=lambda one: one[0])[1].split()) if found else ""


def _is_period(text: str) -> bool:
    found = spans(text)
    return bool(found) and found[0].last - found[0].first > len(text) * 0.7


def city_of(texts: Sequence[str]) -> str:
    """The town where somebody lives: behind a postcode, behind a label, or alone among the ways to reach them."""
    lines = [_PHONE.sub("\t", _MAIL.sub("\t", text)) for text in texts if not BORN.search(text)]
    behind = (_first_town(found[1]) for text in lines if (found := _POSTCODE.search(text)))
    labelled = (_labelled_town(found[1]) for text in lines if (found := _TOWN_LABEL.search(text)))
    return next(behind, "") or next(filter(None, labelled), "") or _alone(lines) or _beside_contact(texts)


def _alone(lines: Sequence[str]) -> str:
    """A town that stands by itself between marks, or ends an address."""
    for text in lines:
        for piece in re.split(r"\t|\s*[|•·∙◦]\s*|\s[-–—]\s|;", text):
            if town := town_of(piece.strip(" ,.📍")):
                return town
        if town := _last_of_address(text):
            return town
    return ""


def _beside_contact(texts: Sequence[str]) -> str:
    """A name of a place that is in no list: what stands alone between an address of mail and a telephone number."""
    for text in texts:
        if not (_MAIL.search(text) or _PHONE.search(text)) or BORN.search(text):
            continue
        rest = _PHONE.sub("\t", _MAIL.sub("\t", text))
        for piece in re.split(r"\t|\s*[|•·∙◦]\s*|\s[-–—]\s|;", rest):
            name = piece.strip(" ,.:📍")
            if _TOWN.fullmatch(name) and not (title_points(name) or house_points(name) or part_of(name)):
                return name.partition(",")[0]
    return ""


def _first_town(text: str) -> str:
    """The words of a town, up to where something else begins."""
    words = re.split(r"\s[-–|•·]\s|,|\t|\s{2,}|\(", text)[0].strip().split()
    for number in range(min(4, len(words)), 0, -1):
        if bare(" ".join(words[:number])) in TOWNS:
            return " ".join(words[:number])
    kept = [word for word in words if word[0].isupper() or word.casefold() in _SMALL | {"aan", "bij", "d'"}]
    return " ".join(kept[:4])


def _labelled_town(text: str) -> str:
    parts = [part.strip(" .") for part in re.split(r",|\s[-–]\s", text) if part.strip(" .")]
    known = next((town for part in reversed(parts) if (town := town_of(part))), "")
    if known:
        return known
    alone = parts[-1] if parts else ""
    is_name = alone and not any(sign.isdigit() for sign in alone) and len(alone.split()) <= 4 and alone[0].isupper()
    return alone if is_name else ""


def _last_of_address(text: str) -> str:
    """ "Dorpsstraat 1, Utrecht": a town behind a street with a number."""
    found = re.search(r"\b\d{1,4}\s?[a-zA-Z]?,\s*([A-Z'’][\w'’ -]+?)(?=$|\t|,|\s[|•·]\s)", text)
    return town_of(found[1]) if found else ""


def name_of(lines: Sequence[Line], email: str) -> str:
    """The name: behind a label, else the line above all that looks most like one."""
    for pattern in (_NAME_LABEL,):
        for line in lines:
            found = pattern.match(line.text.strip())
            if found and _is_name(name := cleaned(found[1].split("\t")[0])):
                return name
    first, last = _labelled(lines, _FIRST_LABEL), _labelled(lines, _LAST_LABEL)
    if first and last:
        return cleaned(f"{first} {last}")
    best: tuple[float, str] = (0, "")
    largest = max((line.size for line in lines), default=0)
    for place, line in enumerate(lines):
        for piece in re.split(r"\t|\s[|•·]\s|\s[-–—]\s|,\s(?=[a-z])", line.text):
            name = cleaned(piece)
            if _is_name(name):
                points = _points(name, email) + 3 * bool(largest and line.size >= largest * 0.97) - place * 0.15
                best = max(best, (points, name), key=lambda one: one[0])
    return best[1] or _over_two_lines(lines)


def _over_two_lines(lines: Sequence[Line]) -> str:
    """A name that was set so large that it needed two lines."""
    largest = max((line.size for line in lines), default=0)
    for first, second in pairwise(lines):
        name = cleaned(f"{first.plain} {second.plain}")
        if first.size >= largest * 0.97 and abs(first.size - second.size) < 1 and _is_name(name):
            return name
    return ""


def _labelled(lines: Sequence[Line], label: re.Pattern[str]) -> str:
    return next((found[1].split("\t")[0].strip() for line in lines if (found := label.match(line.text.strip()))), "")


def cleaned(text: str) -> str:
    """A name without titles before and behind it, and not in capitals."""
    text = " ".join(text.split()).strip(" ,:;|–—-")
    text = _TITLE_OF_CV.sub("", text)
    text = _AFTER.sub("", _BEFORE.sub("", text)).strip(" ,:;|–—-")
    text = re.sub(r"\s*\([^)]*\)$", "", text)
    return " ".join(_cased(word) for word in text.split()) if text.isupper() else text


def _cased(word: str) -> str:
    if word.casefold() in _SMALL:
        return word.casefold()
    return re.sub(r"[^\W\d_]+", lambda found: found[0].capitalize() if len(found[0]) > 1 else found[0], word)


def _is_name(text: str) -> bool:
    words = text.split()
    if not 2 <= len(words) <= 7 or len(text) > 50 or any(sign.isdigit() or sign in "@:/&+%|" for sign in text):
        return False
    small = [word.casefold().strip(",.") for word in words]
    if any(word in _NO_NAME for word in small) or part_of(text) or title_points(text) or house_points(text):
        return False
    if bare(text) in TOWNS or town_of(text):
        return False
    capital = [word for word in words if word[0].isupper() or word[0] in "'’(\"“"]
    return len(capital) >= 2 and all(word in capital or word.casefold() in _SMALL for word in words)


def _points(name: str, email: str) -> float:
    """How well a name goes with an address of mail, and with what names look like."""
    local = re.sub(r"[^a-z]", "", bare(email.partition("@")[0]))
    words = [re.sub(r"[^a-z]", "", bare(word)) for word in name.split() if word.casefold() not in _SMALL]
    hits = sum(len(word) > 2 and word in local for word in words)
    return 5 + 4 * bool(hits) + hits - 0.5 * max(0, len(words) - 3)
