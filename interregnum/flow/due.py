"""What is done because time passed. The only table of it; each function may run again at any moment."""

from collections.abc import Callable
from datetime import datetime

from interregnum.stages.deliver.actions.pass_time import miss_reports, start_assignments

DUE: tuple[Callable[[datetime], object], ...] = (start_assignments, miss_reports)
