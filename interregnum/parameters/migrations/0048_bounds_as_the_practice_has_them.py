"""From where on the signals of results, plan and odds are amber or red, as the early warnings of the practice have it;
and to how many reviews in a row somebody may come unprepared."""

from importlib import import_module

from django.db import migrations

_BEFORE = import_module("interregnum.parameters.migrations.0031_terms_of_the_hand_over")
_BOUNDS, _ODDS, _COURSE = "deliver.signal_bounds", "deliver.odds_above", "deliver.signals"
_KNOWN = {name: (value, source) for name, value, source in _BEFORE.VALUES}
_TABLE = "Early warnings of the practice: 14 to 17 is amber, above 17 red; after Sirkin, Keenan and Jackson (2005)"
_LAG = "Early warnings of the practice: 10 points of progress behind time; points of role mix apart: the firm's choice"
# Name -> what was shipped until now, and what is now, as far as it differs.
CHANGED = {
    _BOUNDS: ({"behind_red": 30}, {"behind_red": 25, "reviews_unprepared_amber": 1, "reviews_unprepared_red": 2}),
    _ODDS: ({"doubt_above": 14}, {"doubt_above": 13}),
    # "More than 9" is "from 10 on".
    _COURSE: ({"course_points": 15}, {"course_points": 9}),
}
VALUES = [
    (_BOUNDS, _KNOWN[_BOUNDS][0] | CHANGED[_BOUNDS][1], _KNOWN[_BOUNDS][1]),
    (_ODDS, {"doubt_above": 13, "against_above": 17}, _TABLE),
    (_COURSE, {"course_points": 9, "drift_notice": 30, "drift_large": 60}, _LAG),
]


def correct(apps, schema_editor):
    sources = {name: source for name, _value, source in VALUES}
    for row in apps.get_model("parameters", "Parameter").objects.filter(name__in=CHANGED):
        old, new = CHANGED[row.name]
        # What a firm has chosen already stays; what it could not choose yet comes to it.
        told = {key for key in new if key not in row.value or (not row.changed_by and row.value[key] == old.get(key))}
        row.value |= {key: new[key] for key in told}
        row.source = row.source if row.changed_by else sources[row.name]
        row.save(update_fields=["value", "source"])


class Migration(migrations.Migration):
    dependencies = [("parameters", "0047_ask_anew_in_time")]
    operations = [migrations.RunPython(correct, migrations.RunPython.noop)]
