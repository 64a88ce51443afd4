"""Empty the fields of a row, and replace what a person is known by wherever else it stands in the tables."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import reduce
from operator import or_
from typing import Any

from django.apps import apps
from django.db.models import CharField, EmailField, Field, JSONField, Model, Q, TextField
from django.db.models.functions import Cast

from interregnum.journal.models import Payload
from interregnum.kernel.erased import ERASED_HOST as ERASED_HOST
from interregnum.records.persons import Person

# What holds names of tables and of software, never of people; and what refuses to be written again.
LEFT_ALONE = {
    "journal.Entry",
    "journal.About",
    "journal.Payload",
    "contenttypes.ContentType",
    "auth.Permission",
    "auth.Group",
    "records.Erasure",
    "sessions.Session",
}

# What stands on an invoice of either side the law wants kept as it was (art. 52 AWR, art. 34g and 35a Wet OB): number,
# parties with their addresses, and what was done. It goes whole when the term of the books is over.
KEPT_BY_LAW = {
    "invoice.Invoice": {"seller", "buyer"},
    "invoice.InvoiceLine": {"text"},
    "invoice.Payable": {"number", "seller", "buyer", "claimed"},
}


def emptied(row: Model, fields: Iterable["Field[Any, Any]"], pseudonym: str) -> list[str]:
    """Empty these fields of a row; gives the names of those that changed."""
    changed = []
    for field in fields:
        if field.is_relation or field.primary_key:
            continue
        before, after = getattr(row, field.attname), empty_value(field, pseudonym, row)
        if before != after:
            setattr(row, field.attname, after)
            changed.append(field.name)
    return changed


def empty_value(field: "Field[Any, Any]", pseudonym: str, row: Model) -> Any:
    """What stands in a field when nothing personal stands in it: a pseudonym for a name, else nothing."""
    if field.null:
        return None
    if isinstance(field, EmailField):
        unique = f".{row.pk}" if field.unique else ""
        return f"{pseudonym.replace(' ', '.').lower()}{unique}@{ERASED_HOST}"
    if isinstance(field, JSONField):
        return type(getattr(row, field.attname))()
    if isinstance(field, CharField):
        return pseudonym if "name" in field.name else ""
    if isinstance(field, TextField):
        return ""
    return field.get_default() if field.has_default() else getattr(row, field.attname)


def sweep(person: Person, pseudonym: str) -> Counter[str]:
    """Replace the person's names and addresses in every text of every table; gives how many rows of which."""
    counts: Counter[str] = Counter()
    needles = sorted(person.needles, key=lambda word: (-len(word), word))
    if not needles:
        return counts
    replace = _replacer(person, pseudonym)
    for model in apps.get_models():
        if model._meta.label not in LEFT_ALONE:
            counts[model._meta.label] += _sweep_table(model, needles, replace)
    told = Payload.objects.annotate(written=Cast("content", TextField()))
    counts["journal.Payload"] += told.filter(_any("written", person.sure_needles)).delete()[0]
    return counts


def _sweep_table(model: type[Model], needles: list[str], replace: Callable[[Any], Any]) -> int:
    fields = list(_texts(model))
    if not fields:
        return 0
    rows = model._default_manager.order_by()
    written = {f"{field.name}_written": Cast(field.name, TextField()) for field in fields}
    wanted = reduce(or_, (_any(name, needles) for name in written))
    count = 0
    for row in list(rows.annotate(**written).filter(wanted)):
        new = {field.attname: replace(getattr(row, field.attname)) for field in fields}
        changed = {name: value for name, value in new.items() if value != getattr(row, name)}
        if changed:
            model._default_manager.filter(pk=row.pk).update(**changed)
            count += 1
    return count


def _texts(model: type[Model]) -> Iterator["Field[Any, Any]"]:
    """The columns in which words of people can stand; codes, keys and closed lists hold none."""
    kept = KEPT_BY_LAW.get(model._meta.label, set())
    for field in model._meta.concrete_fields:
        if field.name in kept:
            continue
        if isinstance(field, CharField | TextField | JSONField) and not (field.primary_key or field.choices):
            yield field


def _any(name: str, needles: Iterable[str]) -> Q:
    forms = {form for word in needles for form in (word, _escaped(word))}
    return reduce(or_, (Q(**{f"{name}__icontains": form}) for form in sorted(forms)), Q(pk=None))


def _replacer(person: Person, pseudonym: str) -> Callable[[Any], Any]:
    """A function that gives a value without the person: sure words wherever they stand, others as a whole value."""
    sure = person.sure_needles
    pattern = re.compile("|".join(map(re.escape, sure)), re.IGNORECASE) if sure else None
    whole = {word.casefold() for word in person.needles}
    email = f"{pseudonym.replace(' ', '.').lower()}@{ERASED_HOST}"

    def words(text: str) -> str:
        if text.strip().casefold() in whole:
            return email if "@" in text else pseudonym
        return pattern.sub(lambda found: email if "@" in found[0] else pseudonym, text) if pattern else text

    def replaced(value: Any) -> Any:
        match value:
            case str():
                return words(value)
            case list() | tuple():
                return [replaced(each) for each in value]
            case dict():
                return {words(key): replaced(each) for key, each in value.items()}
            case _:
                return value

    return replaced


def _escaped(word: str) -> str:
    """As JSON may have written it: signs beyond ASCII by their numbers."""
    return json.dumps(word)[1:-1]
