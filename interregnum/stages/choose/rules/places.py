"""Where Dutch towns lie: whole kilometres on the national grid (Rijksdriehoek), so distances need no service."""

from math import isqrt

GRID = {
    "alkmaar": (111, 516),
    "almere": (143, 487),
    "amersfoort": (155, 463),
    "amstelveen": (118, 480),
    "amsterdam": (121, 487),
    "apeldoorn": (194, 469),
    "arnhem": (190, 444),
    "assen": (233, 556),
    "breda": (112, 400),
    "bussum": (140, 478),
    "delft": (84, 447),
    "den haag": (81, 455),
    "deventer": (208, 474),
    "diemen": (126, 483),
    "dordrecht": (105, 425),
    "ede": (173, 450),
    "eindhoven": (161, 383),
    "emmen": (256, 533),
    "enschede": (257, 471),
    "gouda": (108, 447),
    "groningen": (233, 582),
    "haarlem": (104, 488),
    "heerlen": (196, 323),
    "helmond": (174, 387),
    "hengelo": (251, 476),
    "hilversum": (141, 470),
    "hoofddorp": (106, 480),
    "hoorn": (132, 517),
    "leeuwarden": (182, 579),
    "leiden": (93, 464),
    "lelystad": (161, 502),
    "maastricht": (176, 318),
    "middelburg": (32, 391),
    "nieuwegein": (134, 450),
    "nijmegen": (187, 428),
    "oss": (165, 419),
    "roosendaal": (91, 394),
    "rotterdam": (93, 437),
    "'s-hertogenbosch": (149, 411),
    "tilburg": (133, 397),
    "utrecht": (136, 456),
    "venlo": (209, 376),
    "zaandam": (115, 494),
    "zeist": (144, 455),
    "zoetermeer": (93, 452),
    "zutphen": (210, 461),
    "zwolle": (203, 503),
}
NOWHERE = (-1, -1)
OTHER_NAMES = {"'s-gravenhage": "den haag", "the hague": "den haag", "den bosch": "'s-hertogenbosch"}


def _plain(place: str) -> str:
    name = " ".join(place.replace("’", "'").casefold().split())
    return OTHER_NAMES.get(name, name)


def known(place: str) -> bool:
    return _plain(place) in GRID


def grid_of(place: str) -> tuple[int, int]:
    """Where a town lies; (-1, -1) for an unknown one."""
    return GRID.get(_plain(place), NOWHERE)


def distance_km(one: str, other: str) -> int:
    """Kilometres as the crow flies between the middles of two known towns, rounded down; KeyError for an unknown one.

    >>> distance_km("Utrecht", "Amsterdam")
    34
    """
    return between(GRID[_plain(one)], GRID[_plain(other)])


def between(one: tuple[int, int], other: tuple[int, int]) -> int:
    """Whole kilometres between two points of the grid, rounded down."""
    return isqrt((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2)
