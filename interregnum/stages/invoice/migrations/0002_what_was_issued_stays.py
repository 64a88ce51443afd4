"""The database itself keeps what was issued from being changed, whatever code asks for it."""

from django.db import migrations

FROZEN = (
    "kind", "assignment_id", "month", "number", "issued_at", "issued_on", "due_on", "seller", "buyer", "vat", "net",
    "vat_total", "gross", "credits_id",
)  # fmt: skip
# Not the manager: two profiles of one person may become one.
OF_LINES = ("invoice_id", "day", "minutes", "quantity", "price", "amount", "category", "vat_rate")
WORDS = "an issued invoice does not change"


def _changed(names, *, distinct):
    """PostgreSQL cannot compare two values that stand in JSON as they are: it compares them as text."""
    pairs = [(f"OLD.{name}::text", f"NEW.{name}::text") if distinct else (f"OLD.{name}", f"NEW.{name}") for name in names]
    return " OR ".join(f"{old} IS DISTINCT FROM {new}" if distinct else f"{old} IS NOT {new}" for old, new in pairs)


def guard(apps, schema_editor):
    is_sqlite = schema_editor.connection.vendor == "sqlite"
    of_invoice = f"OLD.number <> '' AND ({_changed(FROZEN, distinct=not is_sqlite)})"
    of_line = (
        "EXISTS (SELECT 1 FROM invoice_invoice WHERE id = OLD.invoice_id AND number <> '')"
        f" AND ({_changed(OF_LINES, distinct=not is_sqlite)})"
    )
    for table, condition in (("invoice_invoice", of_invoice), ("invoice_invoiceline", of_line)):
        if is_sqlite:
            schema_editor.execute(
                f"CREATE TRIGGER {table}_stays BEFORE UPDATE ON {table} FOR EACH ROW WHEN {condition} "
                f"BEGIN SELECT RAISE(ABORT, '{WORDS}'); END"
            )
        else:
            schema_editor.execute(
                f"CREATE FUNCTION {table}_stays() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
                f"IF {condition} THEN RAISE EXCEPTION '{WORDS}' USING ERRCODE = 'integrity_constraint_violation'; "
                "END IF; RETURN NEW; END $$"
            )
            schema_editor.execute(
                f"CREATE TRIGGER {table}_stays BEFORE UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION {table}_stays()"
            )


def unguard(apps, schema_editor):
    for table in ("invoice_invoice", "invoice_invoiceline"):
        if schema_editor.connection.vendor == "sqlite":
            schema_editor.execute(f"DROP TRIGGER {table}_stays")
        else:
            schema_editor.execute(f"DROP FUNCTION {table}_stays() CASCADE")


class Migration(migrations.Migration):
    dependencies = [("invoice", "0001_invoices_and_their_numbers")]
    operations = [migrations.RunPython(guard, unguard)]
