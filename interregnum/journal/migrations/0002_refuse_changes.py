"""What happened is never changed and never taken out: the database itself refuses it.

The content of a fact may be deleted, for a person can be erased; it can no more be rewritten than the rest.
"""

from django.db import migrations, models

WHY = "the journal is only added to"
# Table -> the deeds that are refused.
REFUSED = {
    "journal_entry": ("UPDATE", "DELETE"),
    "journal_about": ("UPDATE", "DELETE"),
    "journal_payload": ("UPDATE",),
}
UP = {
    "sqlite": [
        f"CREATE TRIGGER {table}_no_{deed.lower()} BEFORE {deed} ON {table} BEGIN SELECT RAISE(ABORT, '{WHY}'); END"
        for table, deeds in REFUSED.items()
        for deed in deeds
    ],
    "postgresql": [
        "CREATE FUNCTION journal_refuses() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{WHY}' USING ERRCODE = 'integrity_constraint_violation'; END $$",
        *(
            f"CREATE TRIGGER {table}_no_{deed.lower()} BEFORE {deed} ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION journal_refuses()"
            for table, deeds in REFUSED.items()
            for deed in deeds
        ),
    ],
}
DOWN = {
    "sqlite": [f"DROP TRIGGER {table}_no_{deed.lower()}" for table, deeds in REFUSED.items() for deed in deeds],
    "postgresql": [
        *(
            f"DROP TRIGGER {table}_no_{deed.lower()} ON {table}"
            for table, deeds in REFUSED.items()
            for deed in deeds
        ),
        "DROP FUNCTION journal_refuses()",
    ],
}


class OfVendor(migrations.RunSQL):
    """SQL that each kind of database says in its own way."""

    def __init__(self, up, down):
        super().__init__(migrations.RunSQL.noop, migrations.RunSQL.noop)
        self.up, self.down = up, down

    def deconstruct(self):
        return self.__class__.__name__, [self.up, self.down], {}

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        for line in self.up[schema_editor.connection.vendor]:
            schema_editor.execute(line)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        for line in self.down[schema_editor.connection.vendor]:
            schema_editor.execute(line)


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_journal_of_facts")]
    operations = [
        migrations.CreateModel(
            name="Verification",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("checked_at", models.DateTimeField()),
                ("entries", models.PositiveBigIntegerField()),
                ("faults", models.PositiveIntegerField(default=0)),
                ("first_fault", models.CharField(blank=True, max_length=20)),
                ("first_number", models.PositiveBigIntegerField(default=0)),
            ],
            options={"ordering": ["-checked_at", "-pk"]},
        ),
        OfVendor(UP, DOWN),
    ]
