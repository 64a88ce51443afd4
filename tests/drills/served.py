"""Server and worker of a house, as `run` starts them, to be killed at will; and people who send real forms to them."""

import http.client
import os
import signal
import socket
import subprocess
import time
from contextlib import suppress
from types import TracebackType
from urllib.parse import urlencode

import psutil

from interregnum.flow.management.commands.run import server_command, worker_command
from tests.drills.house import ROOT, House
from tests.window import shown_on

TOKEN = "drill" + "0" * 27
NO_ANSWER = (OSError, http.client.HTTPException)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Served:
    """Both processes; whatever happens, they end with the block."""

    def __init__(self, house: House, *, wsgi: str = "interregnum.config.wsgi", **extra: str) -> None:
        self.house, self.port, self.wsgi = house, free_port(), wsgi
        site = {"INTERREGNUM_SITE": f"http://127.0.0.1:{self.port}"}
        self.environment = house.environment | site | extra
        self.server = self.worker = None

    def __enter__(self) -> "Served":
        self.start_server()
        self.start_worker()
        self.wait()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for process in (self.server, self.worker):
            if process is not None:
                with suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGTERM)
        for process in (self.server, self.worker):
            if process is not None:
                try:
                    process.wait(timeout=20)
                except subprocess.TimeoutExpired:
                    os.killpg(process.pid, signal.SIGKILL)
                    process.wait()

    def start_server(self) -> None:
        words = [self.wsgi if word == "interregnum.config.wsgi" else word for word in server_command(self.port)]
        self.server = self._start(words)

    def start_worker(self) -> None:
        self.worker = self._start(worker_command())

    def _start(self, words: list[str]) -> subprocess.Popen[bytes]:
        said = (self.house.data.parent / "said.log").open("ab")
        with said:
            return subprocess.Popen(
                words, cwd=ROOT, env=self.environment, stdout=said, stderr=said, start_new_session=True
            )

    def wait(self, most: float = 60) -> None:
        """Until the server answers."""
        until = time.monotonic() + most
        while True:
            with suppress(*NO_ANSWER):
                Caller(self.port).get("/")
                return
            assert self.server.poll() is None, (self.house.data.parent / "said.log").read_text()[-3000:]
            assert time.monotonic() < until, "the server does not answer"
            time.sleep(0.1)

    def kill_server(self) -> None:
        """The whole of it at once, and start it again."""
        os.killpg(self.server.pid, signal.SIGKILL)
        self.server.wait()
        self.start_server()

    def kill_child(self, number: int) -> None:
        """One of the processes that answer; the server starts another by itself."""
        children = psutil.Process(self.server.pid).children()
        if children:
            with suppress(psutil.NoSuchProcess):
                children[number % len(children)].kill()

    def kill_worker(self) -> None:
        os.killpg(self.worker.pid, signal.SIGKILL)
        self.worker.wait()
        self.start_worker()


class Answer:
    """What came back."""

    def __init__(self, response: http.client.HTTPResponse) -> None:
        self.status, self.location = response.status, response.getheader("Location", "")
        self.page = response.read().decode("utf-8", "replace")


class Caller:
    """One person's browser, signed in by a session that was made beforehand ("" for a visitor)."""

    def __init__(self, port: int, session: str = "", *, language: str = "en", timeout: float = 40) -> None:
        self.port, self.timeout = port, timeout
        cookie = f"csrftoken={TOKEN}" + (f"; sessionid={session}" if session else "")
        self.headers = {"Cookie": cookie, "Accept-Language": language, "Connection": "close"}

    def get(self, path: str) -> Answer:
        return self._ask("GET", path)

    def post(self, path: str, form: dict[str, object]) -> Answer:
        return self._ask("POST", path, urlencode(form | {"csrfmiddlewaretoken": TOKEN}, doseq=True))

    def form(self, path: str, **typed: object) -> dict[str, object]:
        """The form of a page, filled in. Raises AssertionError when the page does not open."""
        answer = self.get(path)
        assert answer.status == 200, (answer.status, path)
        return shown_on(answer.page, *typed) | typed

    def _ask(self, method: str, path: str, body: str | None = None) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=self.timeout)
        try:
            more = {"Content-Type": "application/x-www-form-urlencoded"} if body is not None else {}
            connection.request(method, path, body, self.headers | more)
            return Answer(connection.getresponse())
        finally:
            connection.close()
