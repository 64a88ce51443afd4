"""A parameter keeps its kind: what stands there now says what may come instead of it."""

from interregnum.kernel.lists import Assurance
from interregnum.kernel.refused import Refused

WHOLE = 100
ADDS_UP = ("choose.weights.", "brief.role_mix.")
# None at all is agreed by a partner and the client, case by case, and never proposed.
PROPOSED = set(Assurance) - {Assurance.NONE}


def check_value(name: str, new: object, *, present: object) -> Refused | None:
    """None when the new value is of the same kind as the present one, nothing in it is negative, and it adds up."""
    if not _alike(new, present):
        return Refused.because("parameters.shape", "value")
    if any(number < 0 for number in _numbers(new)):
        return Refused.because("parameters.negative", "value")
    if name.startswith(ADDS_UP) and (total := sum(_numbers(new))) != WHOLE:
        return Refused.because("parameters.not_hundred", "value", total=total)
    if name.startswith("brief.assurance.") and new not in PROPOSED:
        return Refused.because("parameters.assurance", "value")
    return None


def _alike(new: object, present: object) -> bool:
    match present:
        case bool() | str() | None:
            return type(new) is type(present) and new != ""
        case int():
            return isinstance(new, int) and not isinstance(new, bool)
        case float():
            return isinstance(new, int | float) and not isinstance(new, bool)
        case list():
            return isinstance(new, list) and len(new) == len(present) and all(map(_alike, new, present))
        case dict():
            return (
                isinstance(new, dict) and new.keys() == present.keys() and all(_alike(new[k], present[k]) for k in new)
            )
        case _:
            return False


def _numbers(value: object) -> list[int | float]:
    match value:
        case bool():
            return []
        case int() | float():
            return [value]
        case list():
            return [number for part in value for number in _numbers(part)]
        case dict():
            return [number for part in value.values() for number in _numbers(part)]
        case _:
            return []
