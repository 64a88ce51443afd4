"""Why a scan is refused, in words; for each stage that takes one in."""

from interregnum.stages.contract.texts import REFUSALS

SCAN_REFUSALS = {code: words for code, words in REFUSALS.items() if code.startswith("scan.")}
