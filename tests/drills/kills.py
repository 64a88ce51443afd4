"""The drill: people work, and server and worker are killed with -9 again and again at any moment."""

import json
import random
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass
from typing import Any

from tests.drills.house import ROOT, House
from tests.drills.served import Served
from tests.drills.stories import Ledger, Story, Weeks, WholeLife
from tests.mail_server import mail_server

# A kill waits for work to have gone on since the last one, but not for ever.
MOST_BETWEEN = 20.0
UNDONE = "SELECT count(*) FROM django_tasks_database_dbtaskresult WHERE status IN ('READY', 'RUNNING')"


@dataclass(frozen=True)
class Result:
    """`wrong` names what was lost, half or written twice; `delivered_twice` counts mails that the mail server took
    twice under the same Message-ID, which a worker that dies between its yes and our note of it cannot exclude."""

    acknowledged: dict[str, int]
    kills: dict[str, int]
    wrong: list[str]
    verified: str
    mails: int
    delivered_twice: int
    seconds: float
    seconds_to_resume: float


def asked(house: House, *words: str) -> Any:
    """What a process of the drill says about the house."""
    line = [sys.executable, "-m", "tests.drills", *words]
    done = subprocess.run(line, cwd=ROOT, env=house.environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout)


def made_ready(house: House, *, assignments: int = 3) -> dict[str, Any]:
    """Tables, the files of the pages, and people with their sessions."""
    house.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    house.done("migrate", "--verbosity", "0")
    house.done("collectstatic", "--noinput", "--verbosity", "0")
    found: dict[str, Any] = asked(house, "prepare", str(assignments))
    return found


def drill(
    house: House, *, kills: int, lives: int = 3, pace: float = 1.0, seed: int = 7, wsgi: str = "interregnum.config.wsgi"
) -> Result:
    firm, begun = made_ready(house), time.monotonic()
    ledger = Ledger(house.data.parent / "ledger")
    with mail_server() as server:
        extra = {"EMAIL_URL": f"smtp://127.0.0.1:{server.port}", "INTERREGNUM_WORKER_PACE": str(pace)}
        with Served(house, wsgi=wsgi, **extra) as served:
            stories = [WholeLife(served, firm, ledger) for _ in range(lives)] + [Weeks(served, firm, ledger)]
            for story in stories:
                story.start()
            killed = kill_again_and_again(served, ledger, kills, random.Random(seed))
            last_kill = time.monotonic()
            end(stories, ledger)
            resumed = until_nothing_waits(house) - last_kill
        keys = Counter(server.keys())
    return Result(
        acknowledged=dict(Counter(json.loads(line)[0] for line in ledger.path.read_text().splitlines())),
        kills=dict(killed),
        wrong=asked(house, "reckon", str(ledger.path)),
        verified=house.command("verify", "--language", "en").stdout.strip(),
        mails=len(keys),
        delivered_twice=sum(count > 1 for count in keys.values()),
        seconds=time.monotonic() - begun,
        seconds_to_resume=resumed,
    )


def kill_again_and_again(served: Served, ledger: Ledger, kills: int, chance: random.Random) -> Counter[str]:
    killed: Counter[str] = Counter()
    for _ in range(kills):
        seen, until = ledger.count, time.monotonic() + MOST_BETWEEN
        while ledger.count < seen + 2 and time.monotonic() < until and not ledger.over.is_set():
            time.sleep(0.01)
        time.sleep(chance.random() * 0.3)
        victim = chance.choice(["child", "child", "server", "worker"])
        if victim == "child":
            served.kill_child(chance.randrange(10))
        elif victim == "server":
            served.kill_server()
        else:
            served.kill_worker()
        killed[victim] += 1
        if ledger.over.is_set():
            break
    return killed


def end(stories: list[Story], ledger: Ledger) -> None:
    """Let everybody finish the step at hand. Raises what somebody could not understand."""
    ledger.over.set()
    for story in stories:
        story.join(timeout=180)
    for story in stories:
        if story.fault is not None:
            raise story.fault


def until_nothing_waits(house: House, most: float = 180) -> float:
    until = time.monotonic() + most
    while house.rows(UNDONE)[0][0]:
        if time.monotonic() > until:
            raise TimeoutError(f"jobs are still undone {most} s after the last kill")
        time.sleep(0.2)
    return time.monotonic()
