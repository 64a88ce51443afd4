"""The database itself notes that a profile or a screening was changed, whoever changed it: a form, an import, an
erasure, a person with SQL in hand. Nobody has to remember to, and the note is in the same transaction as the change.

In the same way it keeps what a narrow row said before it was made again, so that a past list can be drawn once more.
"""

from typing import Any

from interregnum.stages.choose.models import PastRow

PROFILES, SCREENINGS, NOTES = "people_manager", "people_screening", "choose_profilechange"
# What was done, and where the profile then stands.
DEEDS = {"INSERT": "NEW", "UPDATE": "NEW", "DELETE": "OLD"}


def _watch(table: str, name: str, manager: str) -> dict[str, list[str]]:
    """`name` of the trigger, and the column that says whose profile it is."""
    return {
        "sqlite": [
            f"CREATE TRIGGER IF NOT EXISTS {name}_{deed.lower()} AFTER {deed} ON {table} "
            f"BEGIN INSERT INTO {NOTES} (manager) VALUES ({which}.{manager}); END"
            for deed, which in DEEDS.items()
        ],
        "postgresql": [
            f"CREATE OR REPLACE FUNCTION {name}_changed() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN INSERT INTO {NOTES} (manager) VALUES (COALESCE(NEW.{manager}, OLD.{manager})); "
            "RETURN NULL; END $$",
            f"CREATE OR REPLACE TRIGGER {name}_changed AFTER {' OR '.join(DEEDS)} ON {table} "
            f"FOR EACH ROW EXECUTE FUNCTION {name}_changed()",
        ],
    }


ROWS, PAST = "choose_managerrow", "choose_pastrow"
_SAME = [str(field.column) for field in PastRow._meta.concrete_fields if field.name not in {"id", "until"}]
_KEEP = (
    f"INSERT INTO {PAST} ({', '.join(_SAME)}, until) VALUES ({', '.join(f'OLD.{name}' for name in _SAME)}, NEW.changed)"
)
KEEP = {
    "sqlite": [
        "DROP TRIGGER IF EXISTS choose_row_past",
        f"CREATE TRIGGER choose_row_past AFTER UPDATE ON {ROWS} WHEN OLD.changed <> NEW.changed BEGIN {_KEEP}; END",
    ],
    "postgresql": [
        "CREATE OR REPLACE FUNCTION choose_row_past() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN {_KEEP}; RETURN NULL; END $$",
        f"CREATE OR REPLACE TRIGGER choose_row_past AFTER UPDATE ON {ROWS} FOR EACH ROW "
        "WHEN (OLD.changed <> NEW.changed) EXECUTE FUNCTION choose_row_past()",
    ],
}


def watch_profiles(connection: Any) -> None:
    """Said after every change of tables: to change a column the embedded database makes a table anew, and the new one
    is not watched."""
    tables = connection.introspection.table_names()
    for needed, lines in (
        ({PROFILES, NOTES}, _watch(PROFILES, "choose_profile", "id")),
        ({SCREENINGS, NOTES}, _watch(SCREENINGS, "choose_screening", "manager_id")),
        ({ROWS, PAST}, KEEP),
    ):
        if needed <= set(tables):
            with connection.cursor() as cursor:
                for line in lines[connection.vendor]:
                    cursor.execute(line)
