"""`python -m interregnum run`: make the database, start server and worker, and keep both alive until Ctrl-C."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from interregnum.flow.demo.sign_ins import sign_ins_text
from interregnum.flow.safekeeping.texts import words_of
from interregnum.outside.safekeeping.locks import stay_in_use
from interregnum.outside.safekeeping.unusable import Unusable
from interregnum.outside.set_up_code import set_up_code
from interregnum.people.queries import firm_is_being_set_up, firm_is_demonstration, has_firm, site_of_firm

PORTS = range(8000, 8020)


class Command(BaseCommand):
    help = "Start Interregnum: server and worker. The first time, an invented demonstration firm is made."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--port", type=int, help="the port of the server; the first free one from 8000 when left out"
        )

        parser.add_argument("--empty", action="store_true", help="start a real firm of your own, without demonstration")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            stay_in_use(Path(settings.DATA))
        except Unusable as unusable:
            raise CommandError(words_of(unusable)) from None
        port = options["port"] or free_port()
        call_command("migrate", verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        local = f"http://127.0.0.1:{port}"
        # The environment goes before what the firm has typed; that goes before this machine.
        site = settings.SITE = os.environ.get("INTERREGNUM_SITE") or site_of_firm() or local
        if not has_firm() and not options["empty"]:
            self.stdout.write("Making the demonstration firm: people, firms and figures are invented …")
            call_command("demo")
        named = {"INTERREGNUM_SITE_OF_FIRM": site, "DJANGO_SETTINGS_MODULE": "interregnum.config.settings"}
        supervise(self, server_command(port), worker_command(), os.environ | named, port)


def free_port() -> int:
    """The first port from 8000 that nobody listens on."""
    for port in PORTS:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) != 0:
                return port
    raise CommandError(f"Ports {PORTS[0]} to {PORTS[-1]} are all in use: name another with --port.")


def server_command(port: int) -> list[str]:
    gunicorn = [sys.executable, "-m", "gunicorn", "interregnum.config.wsgi", "--bind", f"127.0.0.1:{port}"]
    kind = ["--workers", "2", "--threads", "4", "--preload", "--config", "python:interregnum.config.server"]
    return [*gunicorn, *kind, "--log-level", "warning"]


def worker_command() -> list[str]:
    return [sys.executable, "-m", "interregnum", "worker"]


def supervise(
    command: BaseCommand, server: list[str], worker: list[str], environment: dict[str, str], port: int
) -> None:
    """Start both, say where to go once the server answers, start again what stops."""
    running = {"server": start(server, environment), "worker": start(worker, environment)}
    commands = {"server": server, "worker": worker}
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        wait_for(port, running["server"])
        command.stdout.write(welcome(port))
        while True:
            for name, process in running.items():
                if process.poll() is not None:
                    command.stderr.write(f"The {name} stopped with {process.returncode}; it is started again.")
                    running[name] = start(commands[name], environment)
            time.sleep(1)
    except KeyboardInterrupt:
        command.stdout.write("\nStopping …")
    finally:
        for process in running.values():
            process.terminate()
        for process in running.values():
            process.wait(timeout=20)


def welcome(port: int) -> str:
    """Where to go: to the set-up with its code, to a real firm, or to the demonstration with its sign-ins."""
    if firm_is_being_set_up():
        begin = f"http://127.0.0.1:{port}/set-up/"
        code = f"\n  Set-up code: {set_up_code()}\n" if not has_firm() else ""
        return f"\nInterregnum waits for its firm at {begin}   (Ctrl-C stops it)\n{code}"
    if firm_is_demonstration():
        return sign_ins_text(settings.SITE, Path(settings.DATA))
    return f"\nInterregnum runs at {settings.SITE}   (Ctrl-C stops it)\n"


def start(command: list[str], environment: dict[str, str]) -> subprocess.Popen[bytes]:
    # A session of its own: Ctrl-C reaches us alone, and we stop both in order.
    return subprocess.Popen(command, env=environment, start_new_session=True)


def wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        if server.poll() is not None:
            raise CommandError("The server did not start; its own message stands above.")
        time.sleep(0.1)
    raise CommandError("The server did not answer within 30 seconds.")
