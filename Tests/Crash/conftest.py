"""The real server under load, on a disk and with a clock that fail on command."""

import errno
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request

import pytest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
# For the log that is made from the specifications alone.
sys.path.append(str(ROOT / "Tests/Interop"))


def built(name: str, variable: str) -> str:
    """A program that the build made, or the one that a variable names."""
    named = os.environ.get(variable)
    for path in [named] if named else [ROOT / ".build/debug" / name, ROOT / ".build/release" / name]:
        if path and os.access(path, os.X_OK):
            return str(path)
    pytest.fail(f"No program {name}: build it first (swift build), or name it in {variable}.")


@pytest.fixture(scope="session")
def bishkek() -> str:
    return built("bishkek", "BISHKEK_BINARY")


@pytest.fixture(scope="session")
def load() -> str:
    return built("load", "LOAD_BINARY")


@pytest.fixture(scope="session")
def faults(tmp_path_factory) -> str:
    """The library that makes disk and clock fail, made by the C compiler at hand."""
    compiler = next((found for name in ("cc", "gcc", "clang") if (found := shutil.which(name))), None)
    if compiler is None:
        pytest.skip("There is no C compiler to make the failing disk with.")
    library = tmp_path_factory.mktemp("faults") / "faults.so"
    source = pathlib.Path(__file__).with_name("faults.c")
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"], check=True)
    return str(library)


# A record is checked and begun anew after so many failures, since a longer one takes longer to open and teaches nothing new.
STRETCH = 25
FAILURES = {
    "the disk reports an error": errno.EIO,
    "no space is left": errno.ENOSPC,
    "half is written": 0,
    "half is written, and no space is left for the rest": -errno.ENOSPC,
}
# Calls that fail from some moment on.
ALWAYS = 1_000_000
TIMES = {"once": 1, "from then on": ALWAYS}


def failures(calls: list[str]) -> list:
    """Each call with each way to fail that it has."""
    return [
        pytest.param(call, FAILURES[failure], id=f"{call}: {failure}")
        for call in calls for failure in FAILURES if call == "write" or FAILURES[failure] > 0]


class Disk:
    """The disk of a program that is started with this environment: it fails on command, and counts how often it has."""

    def __init__(self, library: str, folder: pathlib.Path):
        self.order, self.report = folder / "order", folder / "fired"
        self.orders = 0
        self.environment = {
            "LD_PRELOAD": library, "FAULT_ORDER": str(self.order), "FAULT_REPORT": str(self.report)}
        self.report.touch()

    def fail(self, call: str, where: str, number: int, after: int = 0, times: int = ALWAYS) -> None:
        """From the next call of this kind but so many on, so many fail, on the paths that the pattern fits."""
        self.orders += 1
        whole = self.order.with_suffix(".whole")
        whole.write_text(f"{call} {number} {after} {times} {where} {self.orders}\n")
        whole.rename(self.order)
        self.fired_before = self.fired()

    def heal(self) -> None:
        self.order.unlink()

    def fired(self) -> int:
        return self.report.read_bytes().count(b"\n")

    def has_failed(self) -> bool:
        """Whether anything has, since it was told to."""
        return self.fired() > self.fired_before


@pytest.fixture
def disk(faults, tmp_path) -> Disk:
    return Disk(faults, tmp_path)


def started(command: list, errors: pathlib.Path, environment: dict[str, str]) -> tuple[subprocess.Popen, str]:
    """Starts a server on a free port, and waits until it answers there."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    url = f"http://127.0.0.1:{port}"
    with open(errors, "ab") as said:
        server = subprocess.Popen(
            [*command, "--port", str(port)],
            stdout=subprocess.DEVNULL, stderr=said, env={**os.environ, **environment})
    for _ in range(600):
        try:
            urllib.request.urlopen(f"{url}/healthz", timeout=5).close()
            return server, url
        except OSError:
            if server.poll() is not None:
                break
            time.sleep(0.02)
    server.kill()
    raise AssertionError(f"The server does not start: {errors.read_text()}")


class Keeper:
    """One record, its server, and what clients were told."""

    def __init__(self, bishkek: str, load: str, folder: pathlib.Path, record: pathlib.Path | None = None):
        self.bishkek, self.load, self.folder = bishkek, load, folder
        self.record = record or folder / "record"
        self.acknowledged, self.heads = folder / "acknowledged", folder / "heads"
        self.heads.mkdir(exist_ok=True)
        self.acknowledged.touch()
        self.server: subprocess.Popen | None = None
        subprocess.run([load, "fill", self.record, "--entries", "10"], check=True, stdout=subprocess.DEVNULL)

    def start(self, *options: str, **environment: str) -> None:
        self.server, self.url = started(
            [self.bishkek, "serve", self.record, "--add", *options], self.folder / "errors", environment)

    def kill(self) -> None:
        self.server.send_signal(signal.SIGKILL)
        self.server.wait()

    def send(self, run: str, seconds: float = 60, writers: int = 16) -> subprocess.Popen:
        """Writers who go on until they are cut."""
        return subprocess.Popen(
            [self.load, "send", self.url, "--writers", str(writers), "--seconds", str(seconds), "--run", run,
             "--acknowledged", self.acknowledged, "--until-cut"], stdout=subprocess.PIPE, text=True)

    def hand_in(self, run: str, reports: int = 1, writers: int = 1, rate: int | None = None) -> str:
        """So many reports, and a second; what went wrong, where not all were taken."""
        paced = ["--rate", str(rate)] if rate else []
        done = subprocess.run(
            [self.load, "send", self.url, "--writers", str(writers), "--reports", str(reports), "--run", run,
             "--acknowledged", self.acknowledged, *paced], capture_output=True, text=True, timeout=60)
        assert (done.returncode == 0) == (done.stderr == ""), done.stderr
        return done.stderr

    def see_head(self, name: str) -> None:
        """Keeps the checkpoint that the server shows just now."""
        try:
            with urllib.request.urlopen(f"{self.url}/checkpoint", timeout=5) as answer:
                (self.heads / name).write_bytes(answer.read())
        except OSError:
            pass

    def count(self) -> int:
        return self.acknowledged.read_bytes().count(b"\n")

    def check(self) -> str:
        """Everything acknowledged is there, once, and every head seen is one of this record."""
        found = subprocess.run(
            [self.load, "check", self.record, "--acknowledged", self.acknowledged, "--heads", self.heads],
            capture_output=True, text=True)
        assert found.returncode == 0, found.stderr
        return found.stdout

    def verify(self) -> None:
        found = subprocess.run([self.bishkek, "verify", self.record], capture_output=True, text=True)
        assert found.returncode == 0, found.stdout + found.stderr


@pytest.fixture
def keeper(bishkek, load, tmp_path):
    keeper = Keeper(bishkek, load, tmp_path)
    yield keeper
    if keeper.server and keeper.server.poll() is None:
        keeper.kill()
