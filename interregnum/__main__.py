"""`python -m interregnum COMMAND`: `run` starts server and worker, anything else is a management command."""

import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "interregnum.config.settings")


def main() -> None:
    if sys.argv[1:2] == ["triage"]:
        # No database and no page: it starts at once because nothing else is woken.
        from interregnum.flow.management.commands.triage import Command

        Command().run_from_argv(["interregnum", *sys.argv[1:]])
        return
    from django.core.management import execute_from_command_line

    # Commands are typed with a hyphen and kept in files with an underscore.
    arguments = sys.argv[1:]
    execute_from_command_line(["interregnum", *[word.replace("-", "_") for word in arguments[:1]], *arguments[1:]])


if __name__ == "__main__":
    main()
