"""How long a PDF takes, and how long it takes to seal it with a page of signatures: beside what is promised.

`python bench/sign.py` needs no database. The first of each is left out: it loads what the worker keeps loaded.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from interregnum.outside.documents import pdf  # noqa: E402
from interregnum.outside.signing.identity import Identity, make_identity  # noqa: E402
from interregnum.outside.signing.seal import sealed  # noqa: E402

DOCUMENTS = ROOT / "interregnum" / "stages" / "contract" / "documents"
TIMES = 15
DAY = date(2026, 3, 2)
WORDS = "De manager werkt voor de opdrachtgever aan het resultaat dat hierboven staat, en meldt elke week hoe dat gaat."
AGREEMENT = {
    "language": "nl", "firm": "Voorbeeld Interim", "kind": "Opdrachtbevestiging", "number": "C-2026-0001",
    "subject": "Max Voorbeeld bij Bank De Proef", "drawn": "Opgesteld op 2 maart 2026", "parties_title": "Partijen",
    "parties": [["Wij", "Voorbeeld Interim", "Utrecht"], ["U", "Bank De Proef", "Utrecht"]],
    "terms": [["Duur", "26 weken"], ["Dagen", "4"]],
    "clauses": [
        {"code": f"c{n}", "title": f"Artikel {n}", "paragraphs": [{"text": WORDS * 3, "quote": ""}] * 2}
        for n in range(26)
    ],
    "signing_title": "Handtekeningen",
    "signing": [{"name": "Bank De Proef", "lines": ["Naam", "Dag"], "note": "Getekend in Interregnum."}] * 2,
    "annex": "Bijlage",
    "annexes": [
        {"title": "Mandaatblad", "rows": [["Gewenst mandaat", WORDS]] * 4, "paragraphs": [WORDS]},
        {"title": "Resultaten", "head": ["Resultaat", "Nu", "Doel", "Uiterlijk", "Gemeten met"],
         "table": [["Doorlooptijd", "24 dagen", "10 dagen", "1 okt 2026", "Wekelijks"]] * 4, "paragraphs": [WORDS]},
        {"title": "Persoonsgegevens", "paragraphs": [WORDS * 3] * 4},
    ],
}  # fmt: skip
SIGNATURES = {
    "language": "nl", "firm": "Voorbeeld Interim", "title": "Handtekeningen", "subject": "C-2026-0001",
    "rows": [["Getekend door", "Carla Klant"], ["Vingerafdruk", "0" * 64]], "words": [WORDS],
}  # fmt: skip


def median(act: Callable[[], object]) -> float:
    """Milliseconds of the middle one."""
    act()
    took = []
    for _ in range(TIMES):
        begun = time.perf_counter()
        act()
        took.append((time.perf_counter() - begun) * 1000)
    return statistics.median(took)


def main() -> None:
    agreement, page = ((DOCUMENTS / f"{name}.typ").read_text("utf-8") for name in ("agreement", "signatures"))
    at = datetime.now(UTC)
    with tempfile.TemporaryDirectory() as folder:
        by = Identity(Path(folder) / "keys" / "seal.p12")
        make_identity(by.path, name="Voorbeeld Interim", at=at)
        base = pdf(agreement, AGREEMENT, day=DAY)

        def seal() -> bytes:
            return sealed(base, pdf(page, SIGNATURES, day=DAY), by=by, at=at, reason="")

        print(
            f"contract as PDF            {median(lambda: pdf(agreement, AGREEMENT, day=DAY)):6.0f} ms   (at most 150)"
        )
        print(f"signatures and seal on it  {median(seal):6.0f} ms   (at most 1000)")


if __name__ == "__main__":
    main()
