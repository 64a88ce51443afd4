"""The drill itself: workers that are killed with -9 again and again while they work; also used by bench/worker.py."""

import json
import os
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.mail_server import Server, mail_server

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Result:
    """What came of it. `repeated`: jobs whose run was seen more than once; `mails_twice`: mails that went out twice,
    which is possible when a worker dies between the server's yes and the note of it."""

    effects: int
    mails: int
    repeated: int
    mails_twice: int
    kills: int
    seconds: float
    seconds_after_last_kill: float
    state: dict[str, int]


def environment(folder: Path, server: Server, pace: float) -> dict[str, str]:
    own = {
        "INTERREGNUM_DATA": str(folder),
        "DRILL_FOLDER": str(folder),
        "EMAIL_URL": f"smtp://127.0.0.1:{server.port}",
        "INTERREGNUM_WORKER_PACE": str(pace),
        "DJANGO_SETTINGS_MODULE": "interregnum.config.settings",
    }
    return {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")} | own


def ask(env: dict[str, str], *words: str) -> str:
    command = [sys.executable, "-m", "tests.drills", *words]
    return subprocess.run(command, cwd=ROOT, env=env, check=True, stdout=subprocess.PIPE, text=True).stdout


def drill(
    folder: Path, *, jobs: int, mails: int, workers: int, kills: int, every: float, pace: float, most: float
) -> Result:
    """Fill the queue, let `workers` work, kill one every `every` seconds, `kills` times, and wait for the end.

    Raises TimeoutError when it is not over `most` seconds after the last kill.
    """
    with mail_server() as server:
        env = environment(folder, server, pace)
        ask(env, "fill", str(jobs), str(mails))
        begun = time.monotonic()

        def is_over() -> bool:
            # Asking the database starts a process: only when all was seen from outside.
            seen = len(list(folder.glob("effect-*"))) >= jobs and len(set(server.keys())) >= mails
            return seen and not {"READY", "RUNNING"} & set(json.loads(ask(env, "state")))

        last_kill = _kill_again_and_again(env, is_over, workers=workers, kills=kills, every=every, most=most)
        ended = time.monotonic()
        runs = Counter((folder / "runs").read_text().split())
        keys = Counter(server.keys())
        return Result(
            effects=len(list(folder.glob("effect-*"))),
            mails=len(keys),
            repeated=sum(count > 1 for count in runs.values()),
            mails_twice=sum(count > 1 for count in keys.values()),
            kills=kills,
            seconds=ended - begun,
            seconds_after_last_kill=ended - last_kill,
            state=json.loads(ask(env, "state")),
        )


def _kill_again_and_again(
    env: dict[str, str], is_over: Callable[[], bool], *, workers: int, kills: int, every: float, most: float
) -> float:
    """Returns the moment of the last kill, once nothing is left to do."""
    running = [_start(env) for _ in range(workers)]
    chance = random.Random(7)
    try:
        _until((Path(env["DRILL_FOLDER"]) / "runs").exists, most=60)
        for _ in range(kills):
            time.sleep(every)
            victim = chance.randrange(workers)
            running[victim].kill()
            running[victim].wait()
            running[victim] = _start(env)
        last_kill = time.monotonic()
        _until(is_over, most=most)
        return last_kill
    finally:
        for process in running:
            process.terminate()
        for process in running:
            process.wait(timeout=30)


def _start(env: dict[str, str]) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "tests.drills", "worker"]
    return subprocess.Popen(command, cwd=ROOT, env=env, stderr=subprocess.DEVNULL)


def _until(holds: Callable[[], bool], *, most: float) -> None:
    until = time.monotonic() + most
    while not holds():
        if time.monotonic() > until:
            raise TimeoutError(f"not within {most} s")
        time.sleep(0.2)
