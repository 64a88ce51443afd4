"""The words of signals, for pages of later stages."""

from interregnum.stages.deliver.signal_parts import PART_NAMES
from interregnum.stages.deliver.signal_texts import EXPLAINED, STANDINGS, TITLES

__all__ = ["EXPLAINED", "PART_NAMES", "STANDINGS", "TITLES"]
