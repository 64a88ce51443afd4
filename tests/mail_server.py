"""A mail server for tests, on a port of its own: it takes, hangs, refuses or drops, and remembers what it took."""

import socketserver
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True
    # takes; hangs: says nothing at all; refuses: not now to every reader; drops: breaks off before it has taken the
    # message; forgets: takes it and breaks off before it says so; answers: takes none, with `answer` to its reader
    # or, when that begins with "DATA ", to the message.
    mood = "takes"
    answer = ""
    hang_seconds = 5.0

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Talk)
        self.port = self.server_address[1]
        self.taken: list[tuple[str, str, str]] = []

    def keys(self) -> list[str]:
        """The Message-ID of each message taken, in order."""
        return [key for _to, key, _subject in self.taken]

    def subjects(self, to: str) -> list[str]:
        return [subject for reader, _key, subject in self.taken if reader == to]

    def handle_error(self, *_: object) -> None:
        """A worker that is killed leaves in the middle of a sentence: no news here."""


class Talk(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        server: Server = self.server  # type: ignore[assignment]
        if server.mood == "hangs":
            time.sleep(server.hang_seconds)
            return
        self.say("220 drill")
        to = ""
        while line := self.rfile.readline().decode().strip():
            word = line.upper()
            if word.startswith("RCPT"):
                to = line[line.index("<") + 1 : line.index(">")]
                self.say(self.to_reader(server))
            elif word == "DATA":
                self.say("354 go on")
                if not self.take(server, to):
                    return
            elif word == "QUIT":
                self.say("221 bye")
                return
            else:
                self.say("250 ok")

    def to_reader(self, server: Server) -> str:
        if server.mood == "answers" and not server.answer.startswith("DATA "):
            return server.answer
        return "451 not now" if server.mood == "refuses" else "250 ok"

    def take(self, server: Server, to: str) -> bool:
        lines = []
        while (line := self.rfile.readline()) not in {b".\r\n", b""}:
            lines.append(line)
        if server.mood == "drops":
            return False
        if server.mood == "answers":
            self.say(server.answer.removeprefix("DATA "))
            return True
        message = message_from_bytes(b"".join(lines))
        server.taken.append((to, message["Message-ID"], message["Subject"]))
        if server.mood == "forgets":
            return False
        self.say("250 taken")
        return True

    def say(self, text: str) -> None:
        self.wfile.write(f"{text}\r\n".encode())


@contextmanager
def mail_server() -> Iterator[Server]:
    with Server() as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        yield server
        server.shutdown()
