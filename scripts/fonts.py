"""Make the two web fonts from the font packages of the lock: Latin only, one variable weight axis each.

The finished files are no part of the repository: set-up makes them, and skips those that are already there.
"""

import sys
from importlib.util import find_spec
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

TARGET = Path(__file__).resolve().parents[1] / "interregnum" / "web" / "static" / "fonts"

# Basic Latin, Latin-1, Latin Extended-A, dashes and quotation marks, the euro, arrows and signs that pages use.
LETTERS = [
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),
    *range(0x2010, 0x2028),
    *(0x202F, 0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x20AC),
    *(0x2190, 0x2191, 0x2192, 0x2193, 0x2212, 0x2248, 0x2260, 0x2264, 0x2265, 0x2713, 0x2715),
]
FEATURES = ["kern", "liga", "calt", "ccmp", "locl", "mark", "mkmk", "tnum", "lnum", "pnum", "case", "zero"]

# package, style, pinned axes, (lightest, heaviest) weight, file name
FONTS = (
    ("fontpkg_fraunces", "Fraunces[", {"SOFT": 0, "WONK": 0, "opsz": 48}, (300, 700), "fraunces.woff2"),
    ("fontpkg_inter", "Inter[", {"opsz": 15}, (400, 700), "inter.woff2"),
)


def source_of(package: str, style: str) -> Path:
    """The variable TrueType file of this style inside the installed package."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(f"fonts: the package {package} is not installed; run make setup")
    folder = Path(spec.submodule_search_locations[0]) / "files"
    return next(file for file in sorted(folder.iterdir()) if file.name.startswith(style))


def make(source: Path, *, pinned: dict[str, float], weights: tuple[int, int], target: Path) -> None:
    """Subset first, so that pinning the other axes has little left to do."""
    font = TTFont(source, lazy=True)
    options = Options(layout_features=FEATURES, name_IDs=[0, 1, 2, 13, 14], notdef_outline=True, hinting=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=LETTERS)
    subsetter.subset(font)
    instancer.instantiateVariableFont(font, {**pinned, "wght": weights}, inplace=True)
    font.flavor = "woff2"
    half_made = target.with_suffix(".part")
    font.save(half_made)
    half_made.replace(target)


def main(*, again: bool) -> None:
    TARGET.mkdir(parents=True, exist_ok=True)
    for package, style, pinned, weights, name in FONTS:
        target = TARGET / name
        if target.exists() and not again:
            continue
        make(source_of(package, style), pinned=pinned, weights=weights, target=target)
        print(f"fonts: {name} ({target.stat().st_size // 1024} kB)")


if __name__ == "__main__":
    main(again="--again" in sys.argv)
