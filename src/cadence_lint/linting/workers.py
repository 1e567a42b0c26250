"""Many files judged by several processes at once.

Each process is given some files at a time and hands back what they come to as plain data, so that
memory is for findings, not for files. Where a process can be a copy of this one, it has read the
rules already; elsewhere it reads them anew.
"""

from __future__ import annotations

import marshal
import os
import signal
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Protocol

from cadence_lint.linting.plain_data import from_plain, to_plain
from cadence_lint.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

    from cadence_lint.discovery import Found
    from cadence_lint.linting.results import FileResult

_MOST_AT_ONCE = 16
"""Files that a process is given at a time: few, so that all of them end together."""


class Judge(Protocol):
    """What judges files; a process that is no copy of this one unpickles it."""

    def lint_file(self, path: str, *, is_named: bool) -> FileResult | None:
        """The result of one file; None for one that is not to be judged."""


class Lost(ChildProcessError):
    """A process ended before it was done."""


class _Worker(NamedTuple):
    process: BaseProcess
    pipe: Connection[Any, Any]


_AtWork = dict[Any, tuple[_Worker, range]]
"""By their pipes, the processes that are reading, and the positions of what they read."""


def judged_by_many(
    judge: Judge, files: Sequence[Found], count: int
) -> Iterator[tuple[int, FileResult | None, bytes | None]]:
    """The position and the result of each file, as they come in, and the result as it was sent.

    Raises:
        Lost: when a process ends before it is done.

    """
    from multiprocessing.connection import wait

    portions = _portions(len(files), count)
    workers: list[_Worker] = []
    at_work: _AtWork = {}
    try:
        with _undisturbed():
            _start(workers, judge, count)
        for worker in workers:
            _hand_out(worker, portions, files, at_work)
        while at_work:
            for pipe in wait(list(at_work)):
                worker, portion = at_work.pop(pipe)
                answers = _answers(worker, portion, files)
                _hand_out(worker, portions, files, at_work)
                for position, answer in zip(portion, answers, strict=True):
                    yield position, _result(judge, files[position], answer), answer
    except BaseException:
        for worker in workers:
            worker.process.terminate()
        raise
    finally:
        for worker in workers:
            worker.pipe.close()
            worker.process.join()


def _portions(total: int, count: int) -> Iterator[range]:
    """Positions in portions that grow smaller towards the end."""
    start = 0
    while start < total:
        size = max(1, min(_MOST_AT_ONCE, (total - start) // (2 * count)))
        yield range(start, start + size)
        start += size


def _hand_out(
    worker: _Worker, portions: Iterator[range], files: Sequence[Found], at_work: _AtWork
) -> None:
    """Give a process the next files, if there are any."""
    portion = next(portions, None)
    if portion is None:
        return
    at_work[worker.pipe] = worker, portion
    try:
        worker.pipe.send([(files[each].path, files[each].is_named) for each in portion])
    except OSError:
        raise _lost(worker, portion, files) from None


def _answers(worker: _Worker, portion: range, files: Sequence[Found]) -> list[bytes | None]:
    try:
        answers: list[bytes | None] = worker.pipe.recv()
    except (EOFError, OSError):
        raise _lost(worker, portion, files) from None
    return answers


def _result(judge: Judge, file: Found, answer: bytes | None) -> FileResult | None:
    if answer is None:  # the process could not say; here it is told as ever
        return judge.lint_file(file.path, is_named=file.is_named)
    result: FileResult | None = from_plain(marshal.loads(answer))
    return result


def _lost(worker: _Worker, portion: range, files: Sequence[Found]) -> Lost:
    worker.process.join()
    names = dict.fromkeys((files[portion[0]].path, files[portion[-1]].path))
    return Lost(
        f"a process ended ({_reason(worker.process.exitcode)}) while it read"
        f" {' to '.join(names)}; try --jobs 1, which needs less memory"
    )


def _reason(code: int | None) -> str:
    if code is None or code >= 0:
        return f"with status {code}"
    try:
        return f"by {signal.Signals(-code).name}"
    except ValueError:
        return f"by signal {-code}"


# Starting


def _start(workers: list[_Worker], judge: Judge, count: int) -> None:
    import threading
    from multiprocessing import get_context

    # A copy of a process with threads may wait for ever for what another thread held.
    can_copy = sys.platform == "linux" and threading.active_count() == 1
    context: Any = get_context("fork" if can_copy else "spawn")
    for _ in range(count):
        ours, theirs = context.Pipe()
        inherited = [ours, *(worker.pipe for worker in workers)] if can_copy else []
        process = context.Process(target=_work, args=(judge, theirs, inherited), daemon=True)
        process.start()
        theirs.close()
        workers.append(_Worker(process, ours))


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Start processes that Ctrl-C does not reach: whoever waits for them ends them.

    A process that starts anew looks for Python's modules, and does so in no folder that is linted.
    """
    known = os.environ.get("PYTHONSAFEPATH")
    os.environ["PYTHONSAFEPATH"] = "1"
    try:
        if hasattr(signal, "pthread_sigmask"):
            before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
            try:
                yield
            finally:
                signal.pthread_sigmask(signal.SIG_SETMASK, before)
        else:
            yield
    finally:
        if known is None:
            del os.environ["PYTHONSAFEPATH"]
        else:
            os.environ["PYTHONSAFEPATH"] = known


# In the other process


def _work(judge: Judge, pipe: Connection[Any, Any], inherited: list[Connection[Any, Any]]) -> None:
    """Judge what comes in, until nobody is there any more to send it."""
    for each in inherited:
        each.close()
    if not hasattr(signal, "pthread_sigmask"):
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        while True:
            pipe.send([_answer(judge, *file) for file in pipe.recv()])
    except (EOFError, OSError):
        return


def _answer(judge: Judge, path: str, is_named: bool) -> bytes | None:
    """The result of a file as plain data; None where it takes the first process to tell it."""
    try:
        return marshal.dumps(to_plain(judge.lint_file(path, is_named=is_named)))
    except Exception:  # it comes again there, where it can be told
        return None
