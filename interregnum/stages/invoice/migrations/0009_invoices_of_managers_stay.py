"""The database keeps an invoice of a manager that has its number from being changed, as it does those to clients."""

from django.db import migrations

STAYING = {
    "invoice_payable": (
        "kind", "assignment_id", "month", "number", "issued_on", "received_on", "seller", "buyer", "vat", "net",
        "vat_total", "gross", "claimed", "agreed_days", "credits_id",
    ),
    # Not the manager: two profiles of one person may become one.
    "invoice_payline": ("payable_id", "day", "minutes", "rate", "amount", "why", "key"),
}  # fmt: skip
NUMBERED = {
    "invoice_payable": "OLD.number <> ''",
    "invoice_payline": "EXISTS (SELECT 1 FROM invoice_payable WHERE id = OLD.payable_id AND number <> '')",
}
WORDS = "an invoice of a manager does not change"


def guard(apps, schema_editor):
    """PostgreSQL cannot compare two values that stand in JSON as they are: it compares them as text."""
    is_sqlite = schema_editor.connection.vendor == "sqlite"
    for table, names in STAYING.items():
        changed = " OR ".join(
            f"OLD.{name} IS NOT NEW.{name}" if is_sqlite else f"OLD.{name}::text IS DISTINCT FROM NEW.{name}::text"
            for name in names
        )
        condition = f"{NUMBERED[table]} AND ({changed})"
        if is_sqlite:
            schema_editor.execute(
                f"CREATE TRIGGER {table}_stays BEFORE UPDATE ON {table} FOR EACH ROW WHEN {condition} "
                f"BEGIN SELECT RAISE(ABORT, '{WORDS}'); END"
            )
            continue
        schema_editor.execute(
            f"CREATE FUNCTION {table}_stays() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"IF {condition} THEN RAISE EXCEPTION '{WORDS}' USING ERRCODE = 'integrity_constraint_violation'; "
            "END IF; RETURN NEW; END $$"
        )
        schema_editor.execute(
            f"CREATE TRIGGER {table}_stays BEFORE UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION {table}_stays()"
        )


def unguard(apps, schema_editor):
    for table in STAYING:
        if schema_editor.connection.vendor == "sqlite":
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {table}_stays")
        else:
            schema_editor.execute(f"DROP FUNCTION IF EXISTS {table}_stays() CASCADE")


class Migration(migrations.Migration):
    dependencies = [("invoice", "0008_fees_beside_days")]
    operations = [migrations.RunPython(guard, unguard)]
