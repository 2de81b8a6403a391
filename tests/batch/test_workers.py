"""Work shared among processes: order, bounded look-ahead, killed workers, one thread each."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from standin import double, double_but_die_at_thirteen, process_ids, refuse, threads

from auditor.batch import workers
from auditor.batch.workers import sensible_chunk, sensible_jobs

TESTS = Path(__file__).resolve().parent.parent


def run(work, tasks, jobs, *, lost):
    """Give the results one by one, of chunks as a batch makes them."""
    size = sensible_chunk(jobs, len(tasks))
    chunks = (tasks[start : start + size] for start in range(0, len(tasks), size))
    for results in workers.run(work, chunks, jobs, lost=lost):
        yield from results


def lost(number: int) -> int:
    return -number


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_results_come_in_the_order_of_the_tasks(jobs):
    assert list(run(double, range(100), jobs, lost=lost)) == [2 * number for number in range(100)]


def test_no_tasks_are_no_results():
    assert list(run(double, [], 2, lost=lost)) == []


def test_one_job_works_in_this_process():
    assert set(run(process_ids, range(3), 1, lost=lost)) == {os.getpid()}


def test_jobs_are_processes():
    found = set(run(process_ids, range(8), 2, lost=lost))
    assert len(found) == 2
    assert os.getpid() not in found


def test_each_process_uses_one_thread(monkeypatch):
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    assert set(run(threads, range(4), 2, lost=lost)) == {"1"}


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal there")
def test_a_killed_worker_costs_only_the_task_that_kills_it():
    expected = [-13 if number == 13 else 2 * number for number in range(40)]
    assert list(run(double_but_die_at_thirteen, range(40), 2, lost=lost)) == expected


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_of_the_work_is_raised(jobs):
    with pytest.raises(LookupError, match="no model"):
        list(run(refuse, range(40), jobs, lost=lost))


def test_only_a_few_chunks_are_under_way():
    class Counted(list):
        taken = 0

        def __getitem__(self, index):
            Counted.taken += 1
            return super().__getitem__(index)

    results = run(double, Counted(range(10_000)), 2, lost=lost)
    next(results)
    assert Counted.taken < 20
    results.close()


def test_stopping_early_leaves_no_process():
    results = run(process_ids, range(200), 2, lost=lost)
    worker = next(results)
    results.close()
    assert ended(worker)


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal there")
def test_workers_end_when_their_parent_is_killed():
    code = (
        "import os, signal; from standin import process_ids; from auditor.batch.workers import run\n"
        "if __name__ == '__main__':\n"
        "    found = run(process_ids, [range(4)] * 50, 2, lost=abs)\n"
        "    print(next(found)[0], flush=True)\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(TESTS), str(TESTS.parent)])}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)
    assert ended(int(done.stdout))


def ended(process: int) -> bool:
    """Wait for the end of a process that is not our child any more."""
    for _ in range(600):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        if Path(f"/proc/{process}/stat").exists() and ") Z " in Path(f"/proc/{process}/stat").read_text():
            return True
        time.sleep(0.1)
    return False


def test_jobs_are_as_many_as_there_is_work_for():
    assert sensible_jobs(7, 1) == 7
    assert sensible_jobs(None, 0) == 1
    assert sensible_jobs(None, 31) == 1
    assert sensible_jobs(None, 100_000) >= 1
