"""Searches of the roster that somebody keeps, alone or with the whole bureau, and the columns that they read."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q

from interregnum.journal.record import action
from interregnum.kernel.actor import Actor
from interregnum.kernel.refused import Refused
from interregnum.people.models import Account, ListTaste, SavedView

# More than anybody finds again in a row.
MOST_VIEWS = 30


@dataclass(frozen=True)
class View:
    code: str
    name: str
    query: str
    is_own: bool
    is_shared: bool
    owner: str
    opens: bool


@dataclass(frozen=True)
class Taste:
    """How somebody reads the list; no columns stands for those that everybody begins with."""

    columns: tuple[str, ...] = ()
    views: tuple[View, ...] = ()

    @property
    def opening(self) -> View | None:
        return next((view for view in self.views if view.opens), None)


def taste_of(reader: Actor) -> Taste:
    """One's own views and those that are shared, by name."""
    taste = ListTaste.objects.filter(account__code=reader.code).first()
    rows = SavedView.objects.filter(Q(owner__code=reader.code) | Q(is_shared=True, owner__is_active=True))
    opens = taste.opens_with_id if taste else None
    views = tuple(_view(row, reader, opens) for row in rows.select_related("owner"))
    return Taste(tuple(taste.columns) if taste else (), views)


def _view(row: SavedView, reader: Actor, opens: int | None) -> View:
    is_own = row.owner.code == reader.code
    return View(row.code, row.name, row.query, is_own, row.is_shared, row.owner.name, row.pk == opens)


@action
def save_view(*, name: str, query: str, is_shared: bool, by: Actor) -> str | Refused:
    """Keep a search; one of the same name is replaced."""
    own = SavedView.objects.filter(owner__code=by.code)
    if own.count() >= MOST_VIEWS and not own.filter(name=name).exists():
        return Refused.because("people.too_many_views", "name", most=MOST_VIEWS)
    owner = Account.objects.get(code=by.code)
    row, _new = SavedView.objects.update_or_create(
        owner=owner, name=name, defaults={"query": query, "is_shared": is_shared}
    )
    return row.code


@action
def change_view(*, code: str, name: str, is_shared: bool, opens: bool, by: Actor) -> Refused | None:
    """Its owner renames or shares a view; whoever sees one may have the list open with it."""
    row = SavedView.objects.filter(Q(owner__code=by.code) | Q(is_shared=True), code=code).first()
    if row is None:
        return Refused.because("people.view_gone")
    own = SavedView.objects.filter(owner__code=by.code)
    if own.filter(pk=row.pk).exists():
        if own.filter(name=name).exclude(pk=row.pk).exists():
            return Refused.because("people.view_name_taken", "name")
        own.filter(pk=row.pk).update(name=name, is_shared=is_shared)
    taste, _new = ListTaste.objects.get_or_create(account=Account.objects.get(code=by.code))
    if opens or taste.opens_with_id == row.pk:
        ListTaste.objects.filter(pk=taste.pk).update(opens_with=row if opens else None)
    return None


@action
def remove_view(*, code: str, by: Actor) -> Refused | None:
    gone, _each = SavedView.objects.filter(owner__code=by.code, code=code).delete()
    return None if gone else Refused.because("people.view_gone")


@action
def choose_columns(*, columns: Sequence[str], by: Actor) -> None:
    """Which columns somebody reads from now on; none stands for those that everybody begins with."""
    account = Account.objects.get(code=by.code)
    ListTaste.objects.update_or_create(account=account, defaults={"columns": list(columns)})
