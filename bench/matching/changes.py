"""One manager out of a pool of columns, changed."""

import numpy as np

from interregnum.stages.choose.engine.columns import Columns, Ragged


def one_row(columns: Columns, row: int, **numbers: int) -> Columns:
    """The narrow row of one manager, with some numbers changed and one more organisation at the end of the list."""
    lists = {name: Ragged.of([[int(each) for each in ragged.row(row)]]) for name, ragged in columns.lists.items()}
    employers = [int(each) for each in columns.lists["employers"].row(row)]
    return Columns(
        columns.managers[row : row + 1],
        columns.order[row : row + 1],
        columns.active[row : row + 1],
        {name: np.array([numbers.get(name, int(column[row]))]) for name, column in columns.numbers.items()},
        lists | {"employers": Ragged.of([[*employers, 100 + row % 1000]])},
    )
