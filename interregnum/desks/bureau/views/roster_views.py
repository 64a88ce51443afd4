"""The views of the roster that somebody keeps, and the columns that they read."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from interregnum.desks.bureau.roster_forms import ChangeViewForm, ColumnsForm, SaveViewForm, kept_query
from interregnum.kernel.refused import Refused
from interregnum.people.list_views import View, change_view, choose_columns, remove_view, save_view, taste_of
from interregnum.people.texts import REFUSALS
from interregnum.web.forms import bind, status_of, submit
from interregnum.web.requests import Request


def views(request: Request) -> HttpResponse:
    """All views; with a query in the address a form to keep that one."""
    if "view" in request.POST:
        return _change(request)
    query = kept_query(request.GET.urlencode())
    form = bind(request, SaveViewForm, initial={"query": query})
    done = submit(
        request,
        form,
        lambda: _save(request, form),
        then=lambda _code: f"{reverse('bureau:people-roster')}?{form.cleaned_data['query'] or 'q='}",
        words=REFUSALS,
        done=_("The view is kept."),
    )
    return done or _page(request, form, offered=bool(query) or form.is_bound)


def _save(request: Request, form: SaveViewForm) -> str | Refused:
    values = {name: form.cleaned_data[name] for name in ("name", "query", "is_shared")}
    return save_view(**values, by=request.actor)


def _change(request: Request) -> HttpResponse:
    form = bind(request, ChangeViewForm)
    done = submit(
        request,
        form,
        lambda: _changed(request, form),
        then=lambda _none: reverse("bureau:people-roster-views"),
        words=REFUSALS,
        done=_("Done."),
    )
    return done or _page(request, form, offered=False)


def _changed(request: Request, form: ChangeViewForm) -> Refused | None:
    code, by = form.cleaned_data["view"], request.actor
    if form.cleaned_data["do"] == "remove":
        return remove_view(code=code, by=by)
    values = {name: form.cleaned_data[name] for name in ("name", "is_shared", "opens")}
    return change_view(code=code, **values, by=by)


def _page(request: Request, form: SaveViewForm | ChangeViewForm, *, offered: bool) -> HttpResponse:
    taste = taste_of(request.actor)
    rows = [
        (view, ChangeViewForm(initial=vars(view) | {"view": view.code}, auto_id=f"{view.code}_%s"))
        for view in taste.views
    ]
    context = {"form": form, "offered": offered, "rows": rows, "roster_url": reverse("bureau:people-roster")}
    return render(request, "bureau/roster_views.html", context, status=status_of(form))


def _form_of(view: View) -> ChangeViewForm:
    return ChangeViewForm(initial=vars(view) | {"view": view.code}, auto_id=f"{view.code}_%s")


def columns(request: Request) -> HttpResponse:
    """Read these columns from now on, and back to the list as it was."""
    form = ColumnsForm(request.POST)
    if form.is_valid():
        choose_columns(columns=form.cleaned_data["columns"], by=request.actor)
    query = kept_query(request.POST.get("query", ""))
    return redirect(f"{reverse('bureau:people-roster')}?{query or 'q='}")
