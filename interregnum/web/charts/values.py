"""What the templates of the charts are given: places in a drawing of 400 units wide."""

from dataclasses import dataclass
from datetime import date

WIDTH = 400
HEIGHT = 240
LEFT, RIGHT, TOP, BOTTOM = 40, 388, 16, 208


@dataclass(frozen=True)
class Mark:
    """A value at its place."""

    x: float
    y: float
    value: float = 0
    on: date | None = None
    anchor: str = "middle"


@dataclass(frozen=True)
class LineChart:
    """Measurements over time, with where it started and where it should end."""

    title: object
    unit: object
    points: str
    marks: tuple[Mark, ...]
    ticks: tuple[Mark, ...]
    days: tuple[Mark, ...]
    target: Mark | None
    baseline: Mark | None
    decimals: int
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = RIGHT
    bottom: int = BOTTOM

    @property
    def last(self) -> Mark:
        return self.marks[-1]


@dataclass(frozen=True)
class Bar:
    """One row: `width` is a percentage for the SVG, `value` of `most` what it says."""

    label: object
    value: float
    most: float
    width: str
    note: object = ""
    tone: str = ""


@dataclass(frozen=True)
class BarChart:
    title: object
    bars: tuple[Bar, ...]
    total: float
    most: float
    unit: object = ""
    is_summed: bool = True


@dataclass(frozen=True)
class Axis:
    label: object
    x: float
    y: float
    text_x: float
    text_y: float
    anchor: str
    first: float
    second: float | None


@dataclass(frozen=True)
class RadarChart:
    """One or two shapes on the same axes: what is there, and what it is compared with."""

    title: object
    first_label: object
    second_label: object
    axes: tuple[Axis, ...]
    rings: tuple[str, ...]
    first: str
    second: str
    centre: Mark
    width: int = WIDTH
    height: int = 280


@dataclass(frozen=True)
class Segment:
    number: int
    label: object
    value: float
    y: float
    height: float


@dataclass(frozen=True)
class Stack:
    label: object
    x: float
    middle: float
    width: float
    segments: tuple[Segment, ...]
    is_reference: bool = False
    has_label: bool = True


@dataclass(frozen=True)
class StackedChart:
    """Shares per week, each stack 100 high; the first may be the reference (what was agreed)."""

    title: object
    series: tuple[tuple[int, object], ...]
    stacks: tuple[Stack, ...]
    divider: float | None
    width: int = WIDTH
    height: int = HEIGHT
    bottom: int = BOTTOM


@dataclass(frozen=True)
class Spot:
    """Somebody on a map: `number` stands in the drawing, the name in the table; `series` is the colour, from 1."""

    number: int
    name: object
    across: int
    up: int
    series: int
    series_name: object
    is_short: bool
    x: float
    y: float


@dataclass(frozen=True)
class MapChart:
    """Two scales from 1 to 5 and who stands where on them."""

    title: object
    across: object
    up: object
    series: tuple[tuple[int, object], ...]
    spots: tuple[Spot, ...]
    columns: tuple[Mark, ...]
    rows: tuple[Mark, ...]
    lines_x: tuple[float, ...]
    lines_y: tuple[float, ...]
    short: object
    width: int = WIDTH
    height: int = 360
    left: int = LEFT
    right: int = RIGHT
    top: int = TOP
    bottom: int = 320


@dataclass(frozen=True)
class Sparkline:
    title: object
    points: str
    last: Mark
    first_value: float
    width: int = 120
    height: int = 28
