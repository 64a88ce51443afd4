"""The roster in memory: whom a search and filters leave, in what order, and how many with each further filter."""

from interregnum.records.roster.finding import Answer, Facet, Question, Sort
from interregnum.records.roster.live import warm, whom

__all__ = ["Answer", "Facet", "Question", "Sort", "warm", "whom"]
