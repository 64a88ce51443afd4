"""How many there are of several things, asked in one question."""

from typing import Any

from django.db.models import CharField, Count, QuerySet, Value


def counted(**rows: QuerySet[Any]) -> dict[str, int]:
    """Name -> how many rows there are of it."""
    asked = [
        each.model._default_manager.order_by()
        .filter(pk__in=each.order_by().values("pk"))
        .annotate(of=Value(name, output_field=CharField()))
        .values("of")
        .annotate(number=Count("pk"))
        .values_list("of", "number")
        for name, each in rows.items()
    ]
    return dict.fromkeys(rows, 0) | dict(asked[0].union(*asked[1:], all=True).order_by())
