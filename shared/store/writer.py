"""The one thread that touches the store. It takes all that waits, up to a group, into one flush."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from math import inf
from typing import Any, TypeVar

from shared.store.database import FATAL, StoreError, code_of
from shared.store.event_log import Batch, EventLog

SOON = 5.0  # seconds that a long job is given when the hub stops
GROUP = 64  # commands in one transaction: a flush costs the same for one and for sixty-four
EXPECTED = 16  # of them are waited for, where the group before had as many
PATIENCE = 0.004  # seconds, for all of them
LOOK = 0.0005  # seconds

T = TypeVar("T")
Job = Batch | tuple[Callable[[EventLog], Any], Future[Any]]


class Writer:
    """Owns the log for as long as the hub runs.

    `committed` is called in the writer's thread with each group that is on disk, `failed` once with the error after
    which nothing more is written.
    """

    def __init__(
        self, log: EventLog, committed: Callable[[list[Batch]], None], failed: Callable[[Exception], None]
    ) -> None:
        self._log = log
        self._committed = committed
        self._failed = failed
        self._jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._ahead: list[Job | None] = []  # what was taken from the line while a group was gathered
        self._before = 1  # commands in the last group
        self.has_failed = False
        self.has_ended = False
        self._ends_by = inf
        self._thread = threading.Thread(target=self._run, name="store", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def write(self, batch: Batch) -> None:
        """Put a batch in line. Batches are written in the order in which they were put here."""
        self._jobs.put(batch)

    def call(self, function: Callable[[EventLog], T]) -> Future[T]:
        """Have something else done with the log, after what is in line already; cancelled when nothing is any more."""
        future: Future[T] = Future()
        self._jobs.put((function, future))
        if self.has_ended:
            future.cancel()
        return future

    def stop(self) -> None:
        """Write what is in line, then end."""
        self._jobs.put(None)
        self._thread.join()

    def in_between(self) -> None:
        """Do what waits, in the middle of a long job that `call` runs.

        Raises StoreError when the hub has failed, or stops and the job does not come to its end soon.
        """
        while not self.has_failed and (self._ahead or not self._jobs.empty()):
            self._next(self._take())
        if self.has_failed or time.monotonic() > self._ends_by:
            raise StoreError("the hub stops")

    def _run(self) -> None:
        while not self.has_failed and not (self.is_ending and self._jobs.empty() and not self._ahead):
            self._next(self._take())
        self.has_ended = True
        self._leave_nobody_waiting()

    def _next(self, job: Job | None) -> None:
        if job is None:
            self._ends_by = time.monotonic() + SOON
        elif isinstance(job, Batch):
            self._write(self._group(job))
        else:
            self._do(*job)

    @property
    def is_ending(self) -> bool:
        """Whether the hub stops."""
        return self._ends_by < inf

    def _write(self, group: list[Batch]) -> None:
        try:
            self._log.append(group)
        except Exception as error:  # whatever it is, nothing is acknowledged any more
            self._fail(error)
            return
        self._committed(group)

    def _fail(self, error: Exception) -> None:
        if not self.has_failed:
            self.has_failed = True
            self._failed(error)

    def _leave_nobody_waiting(self) -> None:
        while self._ahead or not self._jobs.empty():
            job = self._take()
            if job is not None and not isinstance(job, Batch):
                job[1].cancel()

    def _take(self) -> Job | None:
        return self._ahead.pop() if self._ahead else self._jobs.get()

    def _group(self, first: Batch) -> list[Batch]:
        """The batches that wait in a row, up to GROUP; the job after them stays for the next round."""
        self._gather()
        group = [first]
        while len(group) < GROUP and not self._jobs.empty():
            job = self._jobs.get()
            if not isinstance(job, Batch):
                self._ahead.append(job)
                break
            group.append(job)
        self._before = len(group)
        return group

    def _gather(self) -> None:
        """In a rush, let about as many come as came before: each flush that is spared lets all go on sooner.

        Nobody waits where the group before was of one command, and one command waits once where a rush is over.
        """
        until = time.monotonic() + PATIENCE
        while self._jobs.qsize() + 1 < min(self._before, EXPECTED) and time.monotonic() < until:
            time.sleep(LOOK)

    def _do(self, function: Callable[[EventLog], Any], future: Future[Any]) -> None:
        if not future.set_running_or_notify_cancel():
            return  # whoever asked waits no more; a result would raise here and end the thread
        try:
            future.set_result(function(self._log))
        except Exception as error:
            future.set_exception(error)
            if code_of(error) in FATAL:
                self._fail(error)
