"""The worker: takes one job after the other, gives signs of life, and stops in order when it is told to."""

import logging
import os
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import Any

from django.db import DatabaseError, InterfaceError, close_old_connections, connections, reset_queries
from django.utils import translation
from django_tasks_db.models import DBTaskResult

from interregnum.jobs.alive import Pace, bury, leave
from interregnum.jobs.claims import JobRow, claim, fail, finish, give_back, postpone, sign_of_life
from interregnum.jobs.progress import current
from interregnum.jobs.queue import NotYetError
from interregnum.outside.chance import new_code

log = logging.getLogger("interregnum.jobs")

LOOK_SECONDS = 1.0
STEP = 0.2


class Worker:
    """One process. `look_round` puts into the queue what falls due; it is called with each sign of life."""

    def __init__(
        self,
        *,
        clock: Callable[[], datetime],
        look_round: Callable[[datetime], object],
        pace: Pace,
        until_empty: bool = False,
    ) -> None:
        self.clock, self.look_round, self.pace, self.until_empty = clock, look_round, pace, until_empty
        self.code = f"{os.getpid()}-{new_code()}"
        self.is_stopping = False
        self.stopped_at = 0.0
        self._over = threading.Event()
        self._is_database_gone = False

    def stop(self, *_signal: object) -> None:
        """Finish the job at hand and stop; told a second time, stop at once and give it back."""
        if self.is_stopping:
            raise SystemExit(1)
        self.stopped_at = time.monotonic()
        self.is_stopping = True

    def run(self) -> None:
        pulse = threading.Thread(target=self._pulse, daemon=True)
        pulse.start()
        try:
            while not self.is_stopping:
                self._turn()
        finally:
            self._over.set()
            pulse.join(timeout=self.pace.grace)
            with suppress(DatabaseError, InterfaceError):
                leave(self.code, at=self.clock())

    def _turn(self) -> None:
        """One job, or a short rest when there is none or the database does not answer."""
        try:
            close_old_connections()
            reset_queries()
            if self._is_database_gone:
                # What could not be written down as done or failed is nobody's now.
                give_back(DBTaskResult.objects.filter(effort__worker=self.code), at=self.clock())
            row = claim(self.code, at=self.clock())
            if row is not None:
                self.do(row)
            elif self.until_empty:
                self.is_stopping = True
            else:
                self._rest(LOOK_SECONDS)
            self._is_database_gone = False
        except (DatabaseError, InterfaceError) as error:
            self._recover(error)

    def do(self, row: JobRow) -> None:
        """Run one claimed job and write down what became of it."""
        token = current.set(row.pk)
        try:
            with translation.override(translation.get_language()):
                row.task.call(*row.args_kwargs["args"], **row.args_kwargs["kwargs"])
        except NotYetError as wait:
            postpone(row, self.code, wait, at=self.clock())
        except Exception as error:
            fail(row, self.code, error, at=self.clock())
        else:
            if not finish(row, self.code, at=self.clock()):
                log.warning("%s was taken over by another worker", row.task_path)
        finally:
            current.reset(token)

    def _recover(self, error: Exception) -> None:
        """The database is locked or gone: say so once, let the connection go, and try again in a moment."""
        if not self._is_database_gone:
            log.warning("the database does not answer, the worker waits for it: %s", error)
        self._is_database_gone = True
        connections.close_all()
        self._rest(LOOK_SECONDS)

    def _rest(self, seconds: float) -> None:
        # In small steps: a signal only sets a flag.
        until = time.monotonic() + seconds
        while not self.is_stopping and time.monotonic() < until:
            time.sleep(STEP)

    def _pulse(self) -> None:
        """In a thread of its own, so that long work neither silences this worker nor keeps the dead unburied."""
        next_beat = 0.0
        try:
            while not self._over.wait(STEP):
                if self.is_stopping and time.monotonic() > self.stopped_at + self.pace.grace:
                    self._break_off()
                if time.monotonic() >= next_beat:
                    next_beat = time.monotonic() + self.pace.beat
                    self.beat()
        finally:
            connections.close_all()

    def beat(self) -> None:
        """One sign of life, and a look round."""
        try:
            close_old_connections()
            at = self.clock()
            sign_of_life(self.code, at=at)
            bury(at=at, pace=self.pace)
            if not self.is_stopping:
                self.look_round(at)
        except (DatabaseError, InterfaceError):
            # The main loop says it; the next beat tries again.
            connections.close_all()
        except Exception:
            log.exception("looking round failed")

    def _break_off(self) -> Any:
        """The job at hand takes too long to wait for: give it back and go."""
        with suppress(DatabaseError, InterfaceError):
            leave(self.code, at=self.clock())
        log.warning("the job at hand was broken off and goes back into the queue")
        os._exit(0)
