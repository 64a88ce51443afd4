"""How values look on a page: money, days, numbers and words by the reader's language; and helpers of the pieces."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Any

from django import template
from django.core.paginator import Page
from django.forms import BoundField
from django.http import QueryDict
from django.template import Context
from django.urls import NoReverseMatch, resolve, reverse
from django.utils import formats, timezone, translation
from django.utils.html import conditional_escape, escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.minutes import clock
from interregnum.kernel.money import Money
from interregnum.people.permissions import BY_ADDRESS
from interregnum.people.screening_texts import BASIS, OUTCOME, SCREENING
from interregnum.web.navigation import DESK, account_tabs
from interregnum.web.pieces import Badge, Cell, FieldGroup, Row, Tab, Table
from interregnum.web.words import word_of

register = template.Library()
NBSP = "\u00a0"
NOTHING = "–"
# Minutes as hours on a clock.
register.filter("hours", clock)


def _is_dutch() -> bool:
    return (translation.get_language() or "nl").startswith("nl")


def _grouped(amount: Decimal, decimals: int) -> str:
    """1250.5 with 2 decimals: "1.250,50" in Dutch, "1,250.50" in English; a true minus sign."""
    rounded = amount.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    text = f"{abs(rounded):,.{decimals}f}"
    if _is_dutch():
        text = text.translate({ord(","): ".", ord("."): ","})
    return f"−{text}" if rounded < 0 else text


@register.filter
def number(value: Any, decimals: int | None = None) -> str:
    """A number with the decimals it has, at most two, or with exactly `decimals`."""
    if value is None or value == "":
        return NOTHING
    exact = Decimal(str(value))
    own = max(0, -int(exact.normalize().as_tuple().exponent))
    return _grouped(exact, min(own, 2) if decimals is None else int(decimals))


@register.filter
def euro(value: Money | Decimal | int | None) -> str:
    """Money: "€ 1.250" when it is whole euros, "€ 1.250,50" when not; never broken over two lines."""
    if value is None or value == "":
        return NOTHING
    amount = value.amount if isinstance(value, Money) else Decimal(value)
    text = _grouped(abs(amount), 0 if amount == amount.to_integral_value() else 2)
    return f"{'−' if amount < 0 else ''}€{NBSP}{text}"


@register.filter
def share(value: Any) -> str:
    """Percent points, 0 to 100: "40%"."""
    return NOTHING if value is None or value == "" else f"{number(value)}%"


@register.filter
def points(value: Any, most: Any = None) -> str:
    """ "62", or "62 of 100" when the most that can be had is given."""
    if most is None:
        return number(value)
    return _("%(value)s of %(most)s") % {"value": number(value), "most": number(most)}


def _local(value: date | datetime) -> date | datetime:
    return timezone.localtime(value) if isinstance(value, datetime) and timezone.is_aware(value) else value


@register.filter
def day(value: date | datetime | None, style: str = "") -> str:
    """ "3 mrt 2026"; styles: "short" (no year), "long" (month in full), "week" (with the weekday)."""
    if not value:
        return NOTHING
    month = "b" if _is_dutch() else "M"
    shapes = {"": f"j {month} Y", "short": f"j {month}", "long": "j F Y", "week": f"D j {month} Y"}
    text = formats.date_format(_local(value), shapes[style])
    return text.replace(" ", NBSP).lower() if _is_dutch() else text.replace(" ", NBSP)


@register.filter
def moment(value: date | datetime | None) -> str:
    """A day with the time of day where there is one: "3 mrt 2026, 14:05"."""
    if not isinstance(value, datetime):
        return day(value)
    return f"{day(value)}, {_local(value):%H:%M}"


@register.filter
def machine(value: date | datetime) -> str:
    """The value of a <time datetime>."""
    local = _local(value)
    return local.isoformat(timespec="minutes") if isinstance(local, datetime) else local.isoformat()


@register.filter
def word(value: object, kind: str = "") -> object:
    """The label of an enum's member, or of its code: {{ page.category|word }}, {{ "change"|word:"category" }}."""
    return word_of(value, kind) or NOTHING


@register.filter
def shown(value: object) -> str | SafeString:
    """Anything that may stand in a cell or a list of facts, as it should look."""
    if isinstance(value, Badge):
        return format_html('<span class="badge badge-{}">{}</span>', value.tone, value.text)
    if isinstance(value, Cell):
        text = format_html('<a href="{}">{}</a>', value.url, shown(value.text)) if value.url else shown(value.text)
        return format_html("{}<small>{}</small>", text, shown(value.note)) if value.note else text
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, Money):
        return euro(value)
    if isinstance(value, date):
        return day(value)
    return _plain(value)


def _plain(value: object) -> str | SafeString:
    if value is None or value == "":
        return NOTHING
    if isinstance(value, int | float | Decimal):
        return number(value)
    word = word_of(value)
    return word if isinstance(word, SafeString) else escape(str(word))


@register.filter
def body_of(table: Table) -> SafeString:
    """The lines of a table. Put together here, because a template takes five times as long over so many cells."""
    heads = [
        format_html('<td data-label="{}"{}>', column.label, mark_safe(' class="numeric"') if column.numeric else "")
        for column in table.columns
    ]
    return mark_safe("".join(_line(row, heads) for row in table.rows))


def _line(row: Row, heads: Sequence[str]) -> str:
    cells = [
        f"{head}<div>{conditional_escape(shown(cell))}</div></td>" for head, cell in zip(heads, row.cells, strict=True)
    ]
    if not row.url:
        return f"<tr>{''.join(cells)}</tr>"
    way = f'{heads[0]}<a href="{escape(row.url)}">{conditional_escape(shown(row.cells[0]))}</a></td>'
    return f'<tr class="row-link">{way}{"".join(cells[1:])}</tr>'


@register.simple_tag(takes_context=True)
def query(context: Context, **changes: Any) -> str:
    """The query string of this page with changes: {% query page=3 %}; None or "" takes a key away."""
    request = context.get("request")
    params = request.GET.copy() if request else QueryDict(mutable=True)
    for key, value in changes.items():
        if value in (None, ""):
            params.pop(key, None)
        else:
            params[key] = str(value)
    return f"?{params.urlencode()}"


@register.simple_tag
def order_of(table: Table, column: Any) -> Mapping[str, str]:
    """For a sortable head: `next` is the sort behind its link, `aria` its aria-sort ("" when unsorted)."""
    if table.sort == column.key:
        return {"next": f"-{column.key}", "aria": "ascending"}
    return {"next": column.key, "aria": "descending" if table.sort == f"-{column.key}" else ""}


@register.simple_tag
def field_groups(form: Any) -> list[FieldGroup]:
    """The visible fields under the legends of `form.fieldsets`; without that, all in one group."""
    rest = {field.name: field for field in form.visible_fields()}
    groups = []
    for legend, names in getattr(form, "fieldsets", ()):
        groups.append(FieldGroup(legend, [rest.pop(name) for name in names if name in rest]))
    return [group for group in (*groups, FieldGroup("", list(rest.values()))) if group.fields]


@register.filter
def control_of(field: BoundField) -> str:
    """What kind of control a field is, for its markup: "check", "set" (in a fieldset) or "plain"."""
    if getattr(field.field.widget, "input_type", "") == "checkbox" and not field.use_fieldset:
        return "check"
    return "set" if field.use_fieldset else "plain"


@register.simple_tag
def address(name: str) -> str:
    """The address of a named page, or "" where this installation has no such page."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


@register.filter
def screening_word(value: StrEnum) -> object:
    """A kind, ground or outcome of a screening in words."""
    return (SCREENING | BASIS | OUTCOME)[value]


@register.filter
def opens_to(url: str, actor: Actor) -> bool:
    """Whether this address, made by reverse, exists for somebody in this role; a place on the same page does."""
    return url.startswith("#") or (bool(url) and BY_ADDRESS[resolve(url).view_name].knows(actor.role))


@register.filter
def may_change(url: str, actor: Actor) -> bool:
    """Whether somebody in this role may send a form to this address."""
    return bool(url) and BY_ADDRESS[resolve(url).view_name].allows(actor.role, "POST")


@register.simple_tag(takes_context=True)
def tabs_of_account(context: Context) -> list[Tab]:
    return account_tabs(context["request"])


@register.simple_tag
def desk_of(role: Role) -> str:
    """The home of the desk where this role works."""
    return reverse(f"{DESK[role]}:home")


@register.filter
def pages_around(page: Page[Any]) -> list[int | str]:
    return list(page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1))


@register.filter
def far_from(number: int, here: int) -> bool:
    """Page numbers that a phone leaves out."""
    return abs(number - here) > 1
