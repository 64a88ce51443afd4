"""`python -m interregnum COMMAND`: `run` starts server and worker, anything else is a management command."""

import os
import sys
from importlib import import_module

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "interregnum.config.settings")
# No database and no page: these start at once because nothing else is woken.
LIGHT = ("triage", "answer")


def main() -> None:
    if sys.argv[1:2] and sys.argv[1] in LIGHT:
        command = import_module(f"interregnum.flow.management.commands.{sys.argv[1]}").Command()
        command.run_from_argv(["interregnum", *sys.argv[1:]])
        return
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    # Commands are typed with a hyphen and kept in files with an underscore.
    arguments = sys.argv[1:]
    try:
        execute_from_command_line(["interregnum", *[word.replace("-", "_") for word in arguments[:1]], *arguments[1:]])
    except ImproperlyConfigured as wrong:
        sys.exit(str(wrong))


if __name__ == "__main__":
    main()
