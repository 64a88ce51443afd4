"""Names in a text: of people, of organisations and of places, whole or in part, bent, and within a longer word."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from interregnum.stages.learn.rules.case_words import Word, plain, words

# What stands within a name and names nobody.
_PARTICLES = """
van von vom de den der des het te ten ter tot in op aan bij uit onder over la le les du da das do dos di del
della el al ibn bin ben abu af av zu zur mac mc st sint en and of the und et
"""
PARTICLES = frozenset(_PARTICLES.split())
# Those that are a first name as well, when a name begins with them.
FIRST = frozenset({"ben", "abu", "mac"})
ADDRESSED = frozenset({"mevrouw", "meneer", "heer", "dhr", "mevr", "mw", "mr", "mrs", "ms"})
# What stands before or behind the name of a person; an organisation may be called so.
TITLES = ADDRESSED | frozenset(
    ["dr", "drs", "ir", "ing", "prof", "msc", "bsc", "ma", "ba", "ra", "mba", "llm", "phd", "jr", "sr"]
)
# What many organisations are called: no name of one of them.
_TRADE = """
bank banken bankiers verzekering verzekeringen verzekeraar verzekeraars insurance insurers hypotheek hypotheken
mortgage mortgages pensioen pensioenen pensioenfonds pensioenuitvoerder pension pensions fonds fondsen fund
funds vermogensbeheer vermogensbeheerder asset assets management beheer beheerder leasing lease payments
betalingen betaaldiensten krediet credit finance financial financieel financiele financieringen diensten
services groep group holding nederland netherlands nederlandse dutch stichting vereniging cooperatie cooperatief
cooperatieve maatschappij onderlinge bv nv ua vof cv bedrijf company partners advies adviesgroep adviseurs
makelaars assurantien assurantie intermediair kantoor international internationaal europe europa leven schade
zorg insurer broker brokers capital invest investments beleggingen spaarbank coop
"""
TRADE = frozenset(_TRADE.split())
# How a name bends, in Dutch and English, when it stays one word.
_ENDINGS = "s se es e n en ns ens je jes tje tjes pje pjes kje kjes etje etjes iaan iaans iaanse ees ese"
ENDINGS = frozenset(_ENDINGS.split())
# From how many letters on a part of a name is looked for within a longer word, and across signs between its letters.
LONG, SHORTEST = 6, 3
LONGEST = max(map(len, ENDINGS))


@dataclass(frozen=True)
class Keys:
    """`whole` are words that are matched as they are or bent, `inside` those found in a longer word too,
    `rows` several words in a row, `runs` letters in a row whatever stands between them, `initials` in capitals."""

    whole: frozenset[str] = frozenset()
    inside: frozenset[str] = frozenset()
    rows: frozenset[tuple[str, ...]] = frozenset()
    runs: frozenset[str] = frozenset()
    initials: frozenset[str] = frozenset()


def person_keys(names: Iterable[str]) -> Keys:
    """First names, surnames without their particles, and the initials of a name of three words or more."""
    parts: set[str] = set()
    initials: set[str] = set()
    for name in names:
        every = [word.text for word in words(plain(name))]
        plainly = [word for word in every if word not in TITLES]
        own = [word for word in plainly if word not in PARTICLES and len(word) > 1]
        parts |= {*own, *(FIRST & set(plainly[:1]))}
        # In a house "JvdB" is somebody; two letters say too little.
        if len(every) >= SHORTEST and len(own) > 1:
            initials.add("".join(word[0] for word in every))
    return Keys(
        whole=frozenset(parts),
        inside=frozenset(part for part in parts if len(part) >= LONG),
        runs=frozenset(part for part in parts if len(part) >= LONG),
        initials=frozenset(initials),
    )


def organisation_keys(names: Iterable[str]) -> Keys:
    """What is its own in a name, the name in a row, and its initials; "Stichting" and "Bank" alone name none."""
    whole: set[str] = set()
    rows: set[tuple[str, ...]] = set()
    runs: set[str] = set()
    initials: set[str] = set()
    for name in names:
        said = [word.text for word in words(plain(name))]
        every = [word for word in said if word not in PARTICLES]
        own = [word for word in every if word not in TRADE and len(word) > 1]
        spelled = {run for run in _spelled(said) if run not in TRADE}
        whole |= {*own, *spelled}
        rows |= {tuple(run) for run in spelled}
        if len(said) > 1:
            rows.add(tuple(said))
        if len(every) > 1:
            initials.add("".join(word[0] for word in every))
        runs |= {run for run in ("".join(every), "".join(own)) if own and len(run) >= LONG}
    inside = frozenset(word for word in whole if len(word) >= LONG - 1)
    short = frozenset(one for one in initials if len(one) > 1)
    return Keys(frozenset(whole), inside, frozenset(rows), frozenset(runs), short)


def _spelled(said: Iterable[str]) -> Iterator[str]:
    """Letters that stand apart in a name, as one word: "W.O.V. Groep" is called "WOV"."""
    run = ""
    for word in (*said, ""):
        if len(word) == 1:
            run += word
            continue
        if len(run) > 1:
            yield run
        run = ""


def named(text: str, folded: str, keys: Keys) -> Iterator[tuple[int, int]]:
    """Where in the folded text a name stands. `text` is the folded one with its capitals kept, of equal length."""
    found = words(folded)
    for word in found:
        is_short = word.text in keys.initials
        is_name = _is_bent(word.text, keys.whole) or any(key in word.text for key in keys.inside)
        if is_name or (is_short and (len(word.text) > SHORTEST or text[word.start : word.end].isupper())):
            yield word.start, word.end
    for row in keys.rows:
        yield from _in_a_row(found, row)
    yield from _runs(found, keys.runs)


def _is_bent(word: str, keys: Collection[str]) -> bool:
    """The name itself, or with an ending; of two letters only itself."""
    if word in keys:
        return True
    ends = (word[:-cut] for cut in range(1, LONGEST + 1) if word[-cut:] in ENDINGS)
    return any(len(stem) >= SHORTEST and (stem in keys or _closed(stem) in keys) for stem in ends)


def _closed(stem: str) -> str:
    """A doubled last letter is one again: "Vossen" is of Vos."""
    return stem[:-1] if len(stem) > SHORTEST and stem[-1] == stem[-2] else stem


def _in_a_row(found: Sequence[Word], row: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    for place in range(len(found) - len(row) + 1):
        piece = found[place : place + len(row)]
        if tuple(word.text for word in piece[:-1]) == row[:-1] and _is_bent(piece[-1].text, {row[-1]}):
            yield piece[0].start, piece[-1].end


def _runs(found: Sequence[Word], keys: Collection[str]) -> Iterator[tuple[int, int]]:
    """Letters in a row over several words, from the beginning of one to the end of one: "V o s s e n", "Voor-beeld"."""
    if not keys:
        return
    most = max(map(len, keys)) + LONGEST
    for place, first in enumerate(found):
        run = ""
        for word in found[place : place + most]:
            run += word.text
            if len(run) > most:
                break
            if len(run) >= LONG and _is_bent(run, keys):
                yield first.start, word.end
                break
