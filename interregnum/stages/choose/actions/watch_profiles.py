"""The database itself notes that a profile was changed, whoever changed it: a form, an import, an erasure, a person
with SQL in hand. Nobody has to remember to, and the note is in the same transaction as the change.
"""

from typing import Any

PROFILES, NOTES = "people_manager", "choose_profilechange"
# What was done, and where the profile then stands.
DEEDS = {"INSERT": "NEW", "UPDATE": "NEW", "DELETE": "OLD"}
WATCH = {
    "sqlite": [
        f"CREATE TRIGGER IF NOT EXISTS choose_profile_{deed.lower()} AFTER {deed} ON {PROFILES} "
        f"BEGIN INSERT INTO {NOTES} (manager) VALUES ({which}.id); END"
        for deed, which in DEEDS.items()
    ],
    "postgresql": [
        "CREATE OR REPLACE FUNCTION choose_profile_changed() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN INSERT INTO {NOTES} (manager) VALUES (COALESCE(NEW.id, OLD.id)); RETURN NULL; END $$",
        f"CREATE OR REPLACE TRIGGER choose_profile_changed AFTER {' OR '.join(DEEDS)} ON {PROFILES} "
        "FOR EACH ROW EXECUTE FUNCTION choose_profile_changed()",
    ],
}


def watch_profiles(connection: Any) -> None:
    """Said after every change of tables: to change a column the embedded database makes a table anew, and the new one
    is not watched."""
    tables = connection.introspection.table_names()
    if PROFILES in tables and NOTES in tables:
        with connection.cursor() as cursor:
            for line in WATCH[connection.vendor]:
                cursor.execute(line)
