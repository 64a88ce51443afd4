"""What a later stage learns of how briefs were filled."""

from collections.abc import Collection, Mapping
from datetime import datetime

from django.db.models import Min

from interregnum.stages.choose.models import Shortlist


def first_drawn(briefs: Collection[int]) -> Mapping[int, datetime]:
    """By key of the brief: when its first list was drawn; one query."""
    rows = Shortlist.objects.filter(brief__in=briefs).order_by().values_list("brief")
    return dict(rows.annotate(first=Min("drawn_at")))
