"""Interregnum: runs an interim-management firm, from the first phone call to the proof that the change has stuck."""

import os

# Two threads over so short a text wait for each other, ten times as long. It counts only before numpy wakes, so here.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
