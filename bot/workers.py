"""Heavy work in processes of their own: opening what strangers sent, making papers.

A decoder may crash, hang or eat the memory of the machine; here that costs one worker, never the
program. Workers are fresh interpreters, are started when there is work, yield the processor to the
event loop, and end with their parent however it ends.
"""

from __future__ import annotations

import asyncio
import logging
import math
import multiprocessing
import os
import pickle
import resource
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import Connection, wait
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

log = logging.getLogger(__name__)

ATTEMPTS = 2
START_WITHIN = 60.0  # seconds: a fresh interpreter on a machine that swaps
NICE = 10
MB = 1_000_000
_PROCESSES = threading.Lock()  # multiprocessing starts and buries children of all threads in one


class WorkerFailed(Exception):  # noqa: N818 -- says who failed
    """The work killed its worker, or did not end in time, as often as it was tried."""


class WorkersClosed(Exception):  # noqa: N818 -- nothing failed: the program is being stopped
    """The work was not done, because the program ends. At the next start it may be asked again."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one worker may take."""

    seconds: float = 20.0  # for one piece of work, each time it is tried
    memory_mb: int = 1_000  # the worker's own data
    tasks: int = 200  # pieces of work; then a fresh one takes over, as libraries leak


class Workers:
    """At most so many processes (by default one or two, as the machine has cores)."""

    def __init__(self, processes: int = 0, bounds: Bounds | None = None) -> None:
        self._bounds = bounds or Bounds()
        count = processes or min(2, os.cpu_count() or 1)
        # a thread waits for each worker, so the event loop never does
        self._threads = ThreadPoolExecutor(count, "worker")
        self._lock = threading.Lock()
        self._idle: list[_Worker] = []
        self._busy: set[_Worker] = set()
        self._closed = False

    async def run(self, function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """What the function returns or raises, called in a worker. It, its arguments and its result
        are pickled: a plain function of plain values.

        Tried once more if the worker dies, hangs or runs out of memory; then raises WorkerFailed.
        Raises WorkersClosed after `close`. Cancelling stops the waiting, not the work.
        """
        if self._closed:
            raise WorkersClosed
        job = pickle.dumps(partial(function, *args, **kwargs))
        what = getattr(function, "__qualname__", "work")
        loop = asyncio.get_running_loop()
        result: R = await loop.run_in_executor(self._threads, self._insist, job, what)
        return result

    async def close(self) -> None:
        """Kill what still works and wait until no process is left."""
        with self._lock:
            self._closed = True
            for worker in [*self._idle, *self._busy]:
                worker.kill()
        await asyncio.to_thread(self._end)

    def _end(self) -> None:
        self._threads.shutdown()  # what still waits finds that this is closed
        for worker in self._idle:
            worker.end()
        self._idle.clear()

    def _insist(self, job: bytes, what: str) -> Any:
        for attempt in range(1, ATTEMPTS + 1):
            worker = self._take()
            try:
                answer = worker.ask(job)
            except _Lost as lost:
                self._drop(worker)
                if self._closed:
                    raise WorkersClosed from lost
                log.warning("worker lost at %s, attempt %d: %s", what, attempt, lost)
                continue
            except BaseException:
                self._drop(worker)
                raise
            self._give_back(worker)
            return answer()
        raise WorkerFailed(what)

    def _take(self) -> _Worker:
        with self._lock:
            if self._closed:
                raise WorkersClosed
            worker = self._idle.pop() if self._idle else _Worker(self._bounds)
            self._busy.add(worker)
        return worker

    def _give_back(self, worker: _Worker) -> None:
        with self._lock:
            self._busy.discard(worker)
            if worker.left > 0 and not self._closed:
                self._idle.append(worker)
                return
        worker.end()

    def _drop(self, worker: _Worker) -> None:
        with self._lock:
            self._busy.discard(worker)
        worker.end()


class _Lost(Exception):  # noqa: N818 -- a worker's end, told to its pool
    """The worker is gone or does not answer."""


class _Worker:
    """One process, one thread that waits for it."""

    def __init__(self, bounds: Bounds) -> None:
        context = multiprocessing.get_context("spawn")
        self.left = bounds.tasks
        self._seconds = bounds.seconds
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(
            target=_serve, args=(theirs, bounds), name="worker", daemon=True
        )
        self._ready = self._killed = False
        self._theirs = theirs

    def ask(self, job: bytes) -> Callable[[], Any]:
        """Raises _Lost. What comes back returns or raises what the job did."""
        self.left -= 1
        try:
            if not self._ready:
                self._start()
            self._pipe.send_bytes(job)
            return self._answer(self._seconds)
        except (EOFError, OSError) as error:
            raise _Lost("died") from error

    def _start(self) -> None:
        with _PROCESSES:
            self._process.start()
        self._theirs.close()  # so that the worker's end of the pipe ends with the worker
        if self._killed:
            raise _Lost("killed")
        self._answer(START_WITHIN)
        self._ready = True

    def _answer(self, seconds: float) -> Callable[[], Any]:
        if not self._pipe.poll(seconds):
            raise _Lost(f"no answer within {seconds:g} s")
        good, value = pickle.loads(self._pipe.recv_bytes())  # noqa: S301 -- our own process
        if isinstance(value, MemoryError):
            raise _Lost("out of memory")
        return partial(_returned if good else _raised, value)

    def kill(self) -> None:
        self._killed = True  # also if its thread is only just starting it
        if self._process.pid is not None:
            self._process.kill()

    def end(self) -> None:
        self.kill()
        with _PROCESSES:
            if self._process.pid is not None:
                self._process.join()
                self._process.close()
        self._pipe.close()
        self._theirs.close()


def _returned(value: Any) -> Any:
    return value


def _raised(error: BaseException) -> Any:
    raise error


def _serve(pipe: Connection, bounds: Bounds) -> None:
    """The worker's life: until its parent, its memory or its time ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    threading.Thread(target=_end_with_parent, daemon=True).start()
    os.nice(NICE)
    if sys.platform == "linux":
        limit = bounds.memory_mb * MB
        resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))
    with suppress(EOFError, OSError):  # nobody is there any more to ask or to be told
        pipe.send_bytes(pickle.dumps((True, None)))
        while True:
            job = pipe.recv_bytes()
            _bound_time(bounds.seconds)
            pipe.send_bytes(_done(job))


def _done(job: bytes) -> bytes:
    try:
        return pickle.dumps((True, pickle.loads(job)()))  # noqa: S301 -- our own process
    except Exception as error:  # noqa: BLE001 -- it belongs to the one who waits for it
        error.add_note("in a worker:\n" + traceback.format_exc())
        return _portable(error)


def _portable(error: Exception) -> bytes:
    try:
        packed = pickle.dumps((False, error))
        pickle.loads(packed)  # noqa: S301 -- many exceptions pack well and cannot be unpacked
    except Exception:  # noqa: BLE001
        return pickle.dumps((False, RuntimeError(f"{type(error).__name__}: {error}")))
    return packed


def _bound_time(seconds: float) -> None:
    """Processor time, kept by the kernel: for work in C that no thread of ours can end, and whose
    parent, which would, is gone."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    most = math.ceil(used.ru_utime + used.ru_stime + seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (most, resource.RLIM_INFINITY))


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
