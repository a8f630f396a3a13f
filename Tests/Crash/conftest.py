"""The real server under load, on a disk and with a clock that fail on command."""

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


class Disk:
    """The disk of a program that is started with this environment: it fails on command, and counts how often it has."""

    def __init__(self, library: str, folder: pathlib.Path):
        self.order, self.report = folder / "order", folder / "fired"
        self.environment = {
            "LD_PRELOAD": library, "FAULT_ORDER": str(self.order), "FAULT_REPORT": str(self.report)}
        self.report.touch()

    def fail(self, call: str, number: int, after: int = 0, times: int = 1_000_000) -> None:
        self.order.write_text(f"{call} {number} {after} {times}\n")

    def heal(self) -> None:
        self.order.unlink()

    def fired(self) -> int:
        return self.report.read_bytes().count(b"\n")


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

    def start(self, **environment: str) -> None:
        self.server, self.url = started(
            [self.bishkek, "serve", self.record, "--add"], self.folder / "errors", environment)

    def kill(self) -> None:
        self.server.send_signal(signal.SIGKILL)
        self.server.wait()

    def send(self, run: str, seconds: float = 60, writers: int = 16) -> subprocess.Popen:
        """Writers who go on until they are cut."""
        return subprocess.Popen(
            [self.load, "send", self.url, "--writers", str(writers), "--seconds", str(seconds), "--run", run,
             "--acknowledged", self.acknowledged, "--until-cut"], stdout=subprocess.PIPE, text=True)

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
