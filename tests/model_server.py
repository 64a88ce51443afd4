"""A language model for tests, on a port of its own: it answers as it is told to and remembers what it was sent."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Server(ThreadingHTTPServer):
    # answers; hangs: never says a word; drips: a byte now and then; fails: 500; moved: sends the text elsewhere;
    # garbage: no JSON at all.
    mood = "answers"
    says = "{}"

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Talk)
        self.daemon_threads = True
        self.block_on_close = False
        self.address = f"http://127.0.0.1:{self.server_address[1]}/v1"
        self.heard: list[dict[str, object]] = []
        self.over = threading.Event()

    def handle_error(self, *_: object) -> None:
        """Whoever gave up left in the middle of a sentence: no news here."""


class Talk(BaseHTTPRequestHandler):
    server: Server

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.heard.append({"path": self.path, "key": self.headers["Authorization"], "sent": json.loads(body)})
        match self.server.mood:
            case "hangs":
                self.server.over.wait(10)
            case "drips":
                self._drip()
            case "fails":
                self.send_error(500)
            case "moved":
                self.send_response(307)
                self.send_header("Location", f"{self.server.address}/elsewhere")
                self.end_headers()
            case "garbage":
                self._send(b"\xff\x00 no json")
            case _:
                said = {"choices": [{"message": {"content": self.server.says}}]}
                self._send(json.dumps(said).encode())

    def _send(self, content: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def _drip(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "100000")
        self.end_headers()
        while not self.server.over.wait(0.02):
            self.wfile.write(b" ")
            self.wfile.flush()

    def log_message(self, *_: object) -> None:
        """Nothing on the screen."""


@contextmanager
def model_server() -> Iterator[Server]:
    server = Server()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.over.set()
        server.shutdown()
        server.server_close()
        thread.join()
