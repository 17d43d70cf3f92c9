"""A session of Apache Spark for a command line: started quietly, with progress, ended cleanly.

Spark runs in a Java process, which prints a lot: all of that goes to a file, which is kept only if
something went wrong. pyspark is imported when a session is started.
"""

from __future__ import annotations

import logging
import os
import shutil
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from subprocess import TimeoutExpired
from typing import IO, TYPE_CHECKING, Any

from .documents import shown_name
from .messages import CopydeskError, Message
from .messages.about_spark import AboutSpark

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

_LOOK = 0.5  # seconds between two reports of progress: often enough for a person
# Seconds for Java to end. It takes one or two; any number well above that will do, since its work
# is done.
_PATIENCE = 10.0
_LEAST = 4  # of Spark's major version
_LONGEST = 300  # characters that are repeated of what Spark says
_TAIL = 200_000  # bytes of its log in which a reason may stand
_PARTITIONS = "spark.sql.shuffle.partitions"
_PARTS = 4  # of these for each processor: no result depends on it, but Spark's 200 take a while
_MASTERS = ("local", "spark://", "yarn", "k8s://")
_LOCAL = {
    "spark.ui.enabled": "false",  # a port that nobody asked for
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
}


class SparkError(CopydeskError):
    """Spark cannot be used, or could not finish; the message says why and what to do."""


@contextmanager
def spark_session(
    master: str | None, jobs: int | None, logs: Path, tell: Callable[[int, int], None]
) -> Iterator[SparkSession]:
    """Give a session on the cluster *master*; without one, on this machine with *jobs* threads.

    An existing session of this process, as in a notebook, is used instead. *logs* is the folder for
    Spark's output. *tell* is called in a thread of its own, every half second, with the numbers of
    tasks done and in all.

    Raises SparkError if Spark is missing or cannot be started, and for any error in it while the
    session is used.
    """
    _check(master)
    path, keep = _log_path(logs), False
    try:
        with ExitStack() as stack:
            log = stack.enter_context(path.open("wb"))
            stack.enter_context(_quiet())
            try:
                session = _active() or _started(master or f"local[{jobs or '*'}]", log, stack)
                stack.enter_context(_telling_progress(session, tell))
                yield session
            except Exception as error:  # while Java is there, which has the reason
                why = _reason(error, path)
                if why is None:
                    raise
                keep = True
                raise SparkError(why) from None
    finally:
        if not keep:
            with suppress(OSError):
                path.unlink()


def _check(master: str | None) -> None:
    """Raise SparkError where something is missing that Spark takes."""
    if master and not master.startswith(_MASTERS):
        raise SparkError(Message(AboutSpark.NO_MASTER, master=shown_name(master)))
    try:
        major = int(version("pyspark").partition(".")[0])
        version("pyarrow")
    except PackageNotFoundError as error:
        raise SparkError(Message(AboutSpark.NO_PYSPARK, name=error.name)) from None
    if major < _LEAST:
        raise SparkError(Message(AboutSpark.OLD_PYSPARK, version=version("pyspark")))
    home = os.environ.get("JAVA_HOME")
    if home and not shutil.which("java", path=str(Path(home) / "bin")):
        raise SparkError(Message(AboutSpark.WRONG_JAVA_HOME, path=shown_name(home)))
    if not home and not shutil.which("java"):
        raise SparkError(Message(AboutSpark.NO_JAVA))


def _log_path(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"spark-{os.getpid()}.log"
        path.touch()
    except OSError as error:
        why = error.strerror or str(error)
        name = shown_name(folder)
        raise SparkError(Message(AboutSpark.NO_LOG, name=name, why=why)) from None
    return path


def _active() -> SparkSession | None:
    from pyspark.sql import SparkSession

    return SparkSession.getActiveSession()


def _started(master: str, log: IO[bytes], stack: ExitStack) -> SparkSession:
    """Start Java and a session in it; *stack* ends both."""
    from pyspark import SparkConf, SparkContext
    from pyspark.java_gateway import launch_gateway
    from pyspark.sql import SparkSession

    stack.enter_context(_environment(local=master.startswith("local")))
    gateway = launch_gateway(  # type: ignore[no-untyped-call]
        popen_kwargs={"stdout": log, "stderr": log}
    )
    stack.callback(_end, gateway)
    conf = SparkConf(_jvm=gateway.jvm)
    conf.setMaster(master).setAppName("Copydesk")
    for name, value in (_LOCAL if master.startswith("local") else {}).items():
        conf.setIfMissing(name, value)
    context = SparkContext(conf=conf, gateway=gateway)
    stack.callback(_stop, context)
    session = SparkSession(context)
    if master.startswith("local") and not conf.contains(_PARTITIONS):
        session.conf.set(_PARTITIONS, str(_PARTS * context.defaultParallelism))
    return session


@contextmanager
def _environment(*, local: bool) -> Iterator[None]:
    """Have Python's processes on this machine be like this one while Spark is used.

    On a cluster its administrator says which Python they are.
    """
    own: dict[str, str] = {"SPARK_LOCAL_IP": "127.0.0.1"} if local else {}
    if local:
        home = str(Path(__file__).parents[1])  # where this package lies, installed or not
        paths = [home, *filter(None, [os.environ.get("PYTHONPATH")])]
        own |= {"PYSPARK_PYTHON": sys.executable, "PYTHONPATH": os.pathsep.join(paths)}
    before = {name: os.environ.get(name) for name in own}
    os.environ.update(own)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep what the library itself says off the terminal."""
    silent = logging.NullHandler()  # else the first complaint of py4j installs one that prints
    root = logging.getLogger()
    root.addHandler(silent)
    try:
        with warnings.catch_warnings():
            # pandas is not used, of whatever version it is.
            warnings.filterwarnings("ignore", message="PySpark does not yet fully support pandas")
            warnings.filterwarnings("ignore", category=ResourceWarning)  # its sockets
            yield
    finally:
        root.removeHandler(silent)


@contextmanager
def _telling_progress(session: SparkSession, tell: Callable[[int, int], None]) -> Iterator[None]:
    """Tell, in a thread, how many tasks of what is being done are done."""
    tracker = session.sparkContext.statusTracker()
    ended = threading.Event()

    def look() -> None:
        while not ended.wait(_LOOK):
            with suppress(Exception):  # Spark is ending
                stages = [tracker.getStageInfo(own) for own in tracker.getActiveStageIds()]
                tasks = [(own.numCompletedTasks, own.numTasks) for own in stages if own]
                if tasks:
                    tell(sum(own[0] for own in tasks), sum(own[1] for own in tasks))

    thread = threading.Thread(target=look, name="copydesk-spark-progress", daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join(_PATIENCE)


def _stop(context: Any) -> None:
    with suppress(Exception):  # whatever it says of the end, it has ended
        context.stop()


def _end(gateway: Any) -> None:
    """End Java, and with it all that Spark runs on this machine."""
    from pyspark import SparkContext

    with suppress(Exception):
        gateway.shutdown()
    SparkContext._gateway = SparkContext._jvm = None  # another session starts another Java
    process = gateway.proc
    if process is None:  # spark-submit started it
        return
    process.stdin.close()
    try:
        process.wait(_PATIENCE)
    except TimeoutExpired:
        process.kill()
        process.wait()


def _reason(error: Exception, log: Path) -> Message | None:
    """Return what is said of an *error* of Spark; None where it is none."""
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    if not isinstance(error, Py4JError | PySparkException | ConnectionRefusedError):
        return None
    with log.open("rb") as file:
        file.seek(max(0, log.stat().st_size - _TAIL))
        said = file.read().decode("utf-8", "replace")
    if "UnsupportedClassVersionError" in said:
        return Message(AboutSpark.OLD_JAVA)
    try:
        why = _in_short(str(error), said)
    except (Py4JError, OSError):  # it asks Java, which is gone
        why = _in_short("", said)
    return Message(AboutSpark.FAILED, why=why, path=shown_name(log))


def _in_short(error: str, said: str) -> str:
    """Return what tells most: the last cause that is named, in one line."""
    lines = [line.strip() for line in (*said.splitlines(), *error.splitlines())]
    for sign in ("Reason: ", "Caused by: ", "Exception: ", "Error: "):
        found = next((line for line in reversed(lines) if sign in line), "")
        if found:
            break
    found = found or next(filter(None, lines), "it gives no reason")
    for sign in ("Reason: ", "Caused by: ", "Exception: "):
        found = found.rpartition(sign)[2]
    return " ".join(found.split())[:_LONGEST].rstrip(".")
