"""Terms of the pulse among employees: how often, how long a round is open, from when words are shown, what goes when."""

from datetime import date

from django.db import migrations

VALUES = [
    ("pulse.every_days", 14, "Usual in the field: a short pulse every two weeks"),
    ("pulse.open_days", 10, "House rule: a round is open for ten of the fourteen days"),
    ("pulse.words_from", 10, "House rule: words of their own are shown from ten answers on (never from fewer)"),
    (
        "pulse.fall_tenths",
        {"pulse_notice": 3, "pulse_large": 6},
        "House rule, after the early-warning signals of the field: 0.3 or 0.6 of 5 lower than the round before",
    ),
    (
        "pulse.silence_percent",
        {"pulse_notice": 50, "pulse_large": 35},
        "House rule, after the early-warning signals of the field: fewer than a half or a third answered",
    ),
    ("records.pulse_address_days", 30, "House rule: addresses of employees go thirty days after the last round"),
    ("records.pulse_words_days", 90, "House rule: what employees wrote goes ninety days after the round"),
]


def fill(apps, schema_editor):
    parameter = apps.get_model("parameters", "Parameter")
    parameter.objects.bulk_create(
        parameter(name=name, value=value, source=source, valid_from=date(2020, 1, 1)) for name, value, source in VALUES
    )


class Migration(migrations.Migration):
    dependencies = [("parameters", "0024_when_signals_turn_red")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
