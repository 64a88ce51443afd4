"""A table of lines inside a form: each line a small form of its own, with empty ones below; no JavaScript needed."""

from collections.abc import Iterable, Mapping
from itertools import chain, repeat
from typing import Any

from interregnum.web.years import DatedForm

MOST = 20


class LineForm(DatedForm):
    """One line. A line in which nothing is filled in is no line; one that was emptied is taken out.

    `counted` is the field by which posted lines are counted: every line has it, filled in or not.
    """

    counted = "title"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        options: dict[str, Any] = {"label_suffix": "", "empty_permitted": True, "use_required_attribute": False}
        super().__init__(*args, **(options | kwargs))

    def has_changed(self) -> bool:
        """Whether anything at all is filled in."""
        return any(
            str(field.widget.value_from_datadict(self.data, self.files, self.add_prefix(name)) or "").strip()
            for name, field in self.fields.items()
            if name != "code"
        )


def lines_of[L: LineForm](
    kind: type[L],
    name: str,
    data: Mapping[str, Any] | None,
    *,
    known: Iterable[dict[str, Any]],
    extra: int,
    **options: Any,
) -> list[L]:
    """The lines that were posted, or those that are known with empty ones below; MOST at most."""
    if data is not None:
        count = min(MOST, sum(key.startswith(f"{name}-") and key.endswith(f"-{kind.counted}") for key in data))
        return [kind(data, prefix=f"{name}-{place}", **options) for place in range(count)]
    values = [*chain(known, repeat({}, extra))][:MOST]
    return [kind(prefix=f"{name}-{place}", initial=one, **options) for place, one in enumerate(values)]
