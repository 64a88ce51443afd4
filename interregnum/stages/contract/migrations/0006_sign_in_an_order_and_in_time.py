"""One side signs before the other, and an unsigned contract ends: in time, or taken back."""

import django.db.models.deletion
import interregnum.columns.fields
from django.db import migrations, models


def ask_whose_turn_it_is(apps, schema_editor):
    """Of a contract from before the client signs first; a manager who is still to sign does so after that."""
    agreements = apps.get_model("contract", "Agreement").objects
    signed = agreements.filter(side="client").exclude(signed_at=None).values("contract")
    for row in agreements.filter(models.Q(side="client") | models.Q(contract__in=signed)).select_related("contract"):
        row.asked_at = row.contract.drawn_at
        row.save(update_fields=["asked_at"])


class Migration(migrations.Migration):

    dependencies = [
        ('brief', '0003_write_the_brief_with_the_client'),
        ('choose', '0011_choices_end_and_make_room'),
        ('contract', '0005_write_clauses'),
        ('people', '0023_note_consent_to_stay'),
    ]

    operations = [
        migrations.AddField(
            model_name='agreement',
            name='asked_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='contract',
            name='end_reason',
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name='contract',
            name='ended_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='contract',
            name='lapses_on',
            field=models.DateField(db_index=True, null=True),
        ),
        migrations.AddField(
            model_name='contract',
            name='signs_first',
            field=interregnum.columns.fields.EnumField(default='client', max_length=20),
        ),
        migrations.AlterField(
            model_name='contract',
            name='candidacy',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='contracts', to='choose.candidacy'),
        ),
        migrations.RunPython(ask_whose_turn_it_is, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name='contract',
            constraint=models.UniqueConstraint(condition=models.Q(('state__in', ('lapsed', 'withdrawn')), _negated=True), fields=('candidacy',), name='one_live_contract_a_choice'),
        ),
    ]
