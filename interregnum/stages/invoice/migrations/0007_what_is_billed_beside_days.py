"""Expenses, fees and discounts stand on invoices beside days; a line that was issued still does not change."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import interregnum.columns.fields
import interregnum.outside.chance
import interregnum.stages.invoice.rules.extras

LINES = "invoice_invoiceline"
STAYING = ("invoice_id", "day", "minutes", "quantity", "price", "amount", "category", "vat_rate")
WORDS = "an issued invoice does not change"


def guard(schema_editor, names):
    is_sqlite = schema_editor.connection.vendor == "sqlite"
    changed = " OR ".join(
        f"OLD.{name} IS NOT NEW.{name}" if is_sqlite else f"OLD.{name}::text IS DISTINCT FROM NEW.{name}::text"
        for name in names
    )
    condition = f"EXISTS (SELECT 1 FROM invoice_invoice WHERE id = OLD.invoice_id AND number <> '') AND ({changed})"
    if is_sqlite:
        schema_editor.execute(
            f"CREATE TRIGGER {LINES}_stays BEFORE UPDATE ON {LINES} FOR EACH ROW WHEN {condition} "
            f"BEGIN SELECT RAISE(ABORT, '{WORDS}'); END"
        )
        return
    schema_editor.execute(
        f"CREATE FUNCTION {LINES}_stays() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF {condition} THEN RAISE EXCEPTION '{WORDS}' USING ERRCODE = 'integrity_constraint_violation'; "
        "END IF; RETURN NEW; END $$"
    )
    schema_editor.execute(
        f"CREATE TRIGGER {LINES}_stays BEFORE UPDATE ON {LINES} FOR EACH ROW EXECUTE FUNCTION {LINES}_stays()"
    )


def unguard(apps, schema_editor):
    """SQLite makes the table anew, without what watches over it."""
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {LINES}_stays")
    else:
        schema_editor.execute(f"DROP FUNCTION IF EXISTS {LINES}_stays() CASCADE")


def guard_as_before(apps, schema_editor):
    guard(schema_editor, STAYING)


def guard_with_extras(apps, schema_editor):
    guard(schema_editor, (*STAYING, "extra_id", "text"))


class Migration(migrations.Migration):
    dependencies = [
        ("deliver", "0016_one_week_a_manager"),
        ("invoice", "0006_from_which_month_is_invoiced"),
        ("people", "0025_what_an_invoice_needs_of_a_client"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunPython(unguard, guard_as_before),
        migrations.CreateModel(
            name="Extra",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "code",
                    interregnum.columns.fields.CodeField(
                        default=interregnum.outside.chance.new_code, editable=False, max_length=26, unique=True
                    ),
                ),
                ("kind", interregnum.columns.fields.EnumField(max_length=20)),
                ("day", models.DateField(db_index=True)),
                ("text", models.CharField(max_length=200)),
                ("amount", interregnum.columns.fields.MoneyField()),
                (
                    "state",
                    interregnum.columns.fields.EnumField(
                        db_index=True,
                        default=interregnum.stages.invoice.rules.extras.ExtraState["ASKED"],
                        max_length=20,
                    ),
                ),
                ("asked_at", models.DateTimeField()),
                ("decided_at", models.DateTimeField(null=True)),
                ("why", models.CharField(blank=True, max_length=500)),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "assignment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="extras", to="deliver.assignment"
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "manager",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.manager"
                    ),
                ),
            ],
            options={
                "ordering": ["-day", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(kind="discount", amount__lt=0)
                        | (~models.Q(kind="discount") & models.Q(amount__gt=0)),
                        name="only_a_discount_below_nil",
                    ),
                    models.CheckConstraint(
                        condition=~models.Q(kind="expense") | models.Q(manager__isnull=False),
                        name="an_expense_is_somebodys",
                    ),
                    models.CheckConstraint(
                        condition=~models.Q(state__in=frozenset({"approved", "refused"}))
                        | models.Q(decided_at__isnull=False, decided_by__isnull=False),
                        name="an_extra_is_decided_by_a_person",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="invoiceline", name="text", field=models.CharField(blank=True, default="", max_length=200)
        ),
        migrations.AlterField(
            model_name="invoiceline",
            name="manager",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.manager"
            ),
        ),
        migrations.AddField(
            model_name="invoiceline",
            name="extra",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="lines", to="invoice.extra"
            ),
        ),
        migrations.AddConstraint(
            model_name="invoiceline",
            constraint=models.CheckConstraint(
                condition=models.Q(extra__isnull=True, manager__isnull=False, text="")
                | (models.Q(extra__isnull=False, minutes=0) & ~models.Q(text="")),
                name="a_day_or_an_extra",
            ),
        ),
        migrations.CreateModel(
            name="BilledExtra",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "extra",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="billed", to="invoice.extra"
                    ),
                ),
                (
                    "line",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="billed_extra",
                        to="invoice.invoiceline",
                    ),
                ),
            ],
        ),
        migrations.RunPython(guard_with_extras, unguard),
    ]
