"""Measures how much of a CV is read right, per layout and per field, on invented CVs of which the truth is known.

    python bench/read_cv.py [--number 8] [--seed 1] [--only LAYOUT] [--misses] [--keep FOLDER]

The layouts of ASIDE are held aside: nobody looked at them while the rules were written, and they are counted apart.
A position or study counts once for each of its fields; what was read too much counts as wrong.
"""

import argparse
import re
import sys
import unicodedata
from collections import Counter
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.cvs import offices, pdfs, texts
from bench.cvs.said import Way, way
from bench.cvs.truth import Life, life
from interregnum.outside.cvs.read import Unread, open_cv
from interregnum.people.rules.cv.read import read_cv
from interregnum.people.rules.cv.values import Cv

LAYOUTS = {**pdfs.LAYOUTS, **offices.LAYOUTS, **texts.LAYOUTS}
ASIDE = ("pdf_two_columns", "docx_boxed", "text_piped", "pdf_hyphened")
DATA = ("json_resume", "europass_passport", "europass_candidate")

type Marks = list[tuple[str, bool, str]]


def same(first: str, second: str) -> bool:
    return _plain(first) == _plain(second)


def _plain(text: str) -> str:
    text = unicodedata.normalize("NFKD", text)
    return re.sub(r"[^a-z0-9]", "", "".join(sign for sign in text if not unicodedata.combining(sign)).casefold())


def marks(person: Life, how: Way, cv: Cv, *, exact: bool) -> Marks:
    """(field, whether it is right, what was wrong)."""
    found: Marks = [
        ("name", same(person.name, cv.name), f"{person.name!r} {cv.name!r}"),
        ("email", person.email == cv.email, f"{person.email!r} {cv.email!r}"),
        ("phone", _digits(person.phone) == _digits(cv.phone), f"{person.phone!r} {cv.phone!r}"),
        ("city", same(person.city, cv.city), f"{person.city!r} {cv.city!r}"),
        ("languages", set(person.speaks) == set(cv.languages), f"{person.speaks} {cv.languages}"),
    ]
    read = list(cv.positions)
    for number, job in enumerate(person.jobs):
        start, end = _months(job.start, job.end) if exact else how.expected(job)
        one = next(
            (p for p in read if p.start == start and (same(p.employer, job.house) or same(p.title, job.title))), None
        )
        one = one or next((p for p in read if same(p.employer, job.house) and same(p.title, job.title)), None)
        one = one or (read[min(number, len(read) - 1)] if read and len(cv.positions) == len(person.jobs) else None)
        if one in read:
            read.remove(one)
        told = f"{job.title!r} {job.house!r} {start} {end} -> {one}"
        found += [
            ("title", bool(one) and same(one.title, job.title), told),
            ("employer", bool(one) and same(one.employer, job.house), told),
            ("start", bool(one) and one.start == start, told),
            ("end", bool(one) and one.end == end, told),
        ]
    found += [("too much", False, str(one)) for one in read]
    studies = list(cv.education)
    for school in person.schools:
        one = next((s for s in studies if same(s.title, school.title) or same(s.institute, school.house)), None)
        if one:
            studies.remove(one)
        told = f"{school.title!r} {school.house!r} {school.year} -> {one}"
        found += [
            ("study", bool(one) and same(one.title, school.title), told),
            ("institute", bool(one) and same(one.institute, school.house), told),
            ("year", bool(one) and one.year == school.year, told),
        ]
    return found + [("too much", False, str(one)) for one in studies]


def _months(start: tuple[int, int], end: tuple[int, int] | None) -> tuple[str, str | None]:
    return f"{start[0]}-{start[1]:02d}", end and f"{end[0]}-{end[1]:02d}"


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)[-8:]


def measure(name: str, seed: int, number: int, options: argparse.Namespace) -> Counter[tuple[str, bool]]:
    count: Counter[tuple[str, bool]] = Counter()
    for turn in range(number):
        chance = Random(f"{seed} {name} {turn}")
        person = life(chance, grouped=name == "pdf_exported", years_told=chance.random() < 0.85)
        how = way(chance, person.language)
        content = LAYOUTS[name](person, how, chance)
        if options.keep:
            Path(options.keep).mkdir(exist_ok=True)
            Path(options.keep, f"{name}_{turn}.{name.split('_')[0]}").write_bytes(content)
        document = open_cv(content)
        cv = Cv() if isinstance(document, Unread) else read_cv(document)
        for field, is_right, told in marks(person, how, cv, exact=name in DATA):
            count[field, is_right] += 1
            if options.misses and not is_right:
                print(f"  {name} {turn} {field}: {told}")
    return count


def share(count: Counter[tuple[str, bool]], field: str = "") -> str:
    right = sum(number for (name, is_right), number in count.items() if is_right and field in {"", name})
    total = sum(number for (name, _right), number in count.items() if field in {"", name})
    return f"{100 * right / total:5.1f}" if total else "    –"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--number", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--keep", default="")
    options = parser.parse_args()
    fields = (
        "name",
        "email",
        "phone",
        "city",
        "languages",
        "title",
        "employer",
        "start",
        "end",
        "study",
        "institute",
        "year",
    )
    print(f"{'layout':<20} {'all':>5} " + " ".join(f"{field[:6]:>6}" for field in fields))
    sums = {False: Counter(), True: Counter()}
    for name in LAYOUTS:
        if options.only in name:
            count = measure(name, options.seed, options.number, options)
            sums[name in ASIDE] += count
            print(f"{name:<20} {share(count)} " + " ".join(f"{share(count, field):>6}" for field in fields), flush=True)
    for is_aside, title in ((False, "known layouts"), (True, "held aside")):
        count = sums[is_aside]
        print(f"{title:<20} {share(count)} " + " ".join(f"{share(count, field):>6}" for field in fields))


if __name__ == "__main__":
    main()
