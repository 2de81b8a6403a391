"""Audits tasks in several processes, results in the order of the tasks.

Each process loads the models once and sends back finished lines of JSON, never spaCy documents. Only a few chunks
are under way at a time, so that memory does not grow with the number of articles. A worker ends with its parent.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing.context import BaseContext
from typing import Generic, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")

# Each process does its arithmetic in one thread: two processes with two threads each are slower on two cores.
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
_CHUNKS_AHEAD = 3
_LARGEST_CHUNK = 32
_WORTH_A_PROCESS = 16


def one_thread_a_process() -> None:
    """Tell numeric libraries that are loaded from now on, here and in workers, to use one thread."""
    for name in _THREADS:
        os.environ.setdefault(name, "1")


def sensible_jobs(asked: int | None, tasks: int | None) -> int:
    """Give the number of processes: what was asked for, else one a core, as far as there is work for them.

    Args:
        asked: what the user asked for, or null.
        tasks: how many tasks there are, or null when nobody knows yet.
    """
    if asked is not None:
        return asked
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return cores if tasks is None else max(1, min(cores, tasks // _WORTH_A_PROCESS))


def sensible_chunk(jobs: int, tasks: int | None) -> int:
    """Give the number of tasks that are done together: fewer where every process could not get several chunks."""
    return _LARGEST_CHUNK if tasks is None else max(1, min(_LARGEST_CHUNK, tasks // (4 * jobs)))


def run(
    work: Callable[[Sequence[Task]], list[Result]],
    chunks: Iterable[Sequence[Task]],
    jobs: int,
    *,
    lost: Callable[[Task], Result],
) -> Iterator[list[Result]]:
    """Give the results of each chunk of tasks, in order.

    Args:
        work: a function that can be pickled, from a chunk of tasks to one result for each.
        chunks: what to do, read only as far as it is needed.
        jobs: number of processes; 1 works in this one.
        lost: gives the result of a task whose process was killed.
    """
    one_thread_a_process()
    if jobs == 1:
        for chunk in chunks:
            yield work(chunk)
        return
    pool = _Pool(work, jobs, lost)
    try:
        yield from pool.results(chunks)
    finally:
        pool.end()


class _Pool(Generic[Task, Result]):
    """Worker processes; replaced by new ones when one of them is killed. Holds operating-system resources."""

    def __init__(
        self, work: Callable[[Sequence[Task]], list[Result]], jobs: int, lost: Callable[[Task], Result]
    ) -> None:
        self._work = work
        self._jobs = jobs
        self._lost = lost
        self._executor = self._new()

    def results(self, chunks: Iterable[Sequence[Task]]) -> Iterator[list[Result]]:
        """Give the results of each chunk in order, with a few chunks under way."""
        waiting: deque[tuple[Sequence[Task], Future[list[Result]]]] = deque()
        ahead = iter(chunks)
        while True:
            for chunk in islice(ahead, self._jobs * _CHUNKS_AHEAD - len(waiting)):
                waiting.append((chunk, self._submit(chunk)))
            if not waiting:
                return
            chunk, future = waiting.popleft()
            try:
                results = future.result()
            except BrokenProcessPool:
                results = self._one_by_one(chunk)
                waiting = deque((later, self._submit(later)) for later, _ in waiting)
            yield results

    def _submit(self, chunk: Sequence[Task]) -> Future[list[Result]]:
        try:
            return self._executor.submit(self._work, chunk)
        except BrokenProcessPool:
            self._renew()
            return self._executor.submit(self._work, chunk)

    def _one_by_one(self, chunk: Sequence[Task]) -> list[Result]:
        """Do a chunk again whose worker was killed, and give up only the task that kills it."""
        results = []
        for task in chunk:
            try:
                results.extend(self._submit([task]).result())
            except BrokenProcessPool:
                results.append(self._lost(task))
        return results

    def _renew(self) -> None:
        self.end()
        self._executor = self._new()

    def end(self) -> None:
        """Stop the workers at once."""
        processes = list((self._executor._processes or {}).values())
        self._executor.shutdown(wait=False, cancel_futures=True)
        for process in processes:
            process.terminate()

    def _new(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self._jobs, mp_context=_context(), initializer=_begin)


def _context() -> BaseContext:
    """Start workers clean: a forked copy of a process with threads may hang."""
    methods = multiprocessing.get_all_start_methods()
    return multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")


def _begin() -> None:
    """Prepare a worker: the parent handles interruptions, and the worker ends when the parent does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
