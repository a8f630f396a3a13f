"""The demo's record, served by the real program, looked at in a real Chromium."""

import os
import pathlib
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

import pytest
from axe_playwright_python.sync_playwright import Axe

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SCREENSHOTS = pathlib.Path(__file__).resolve().parent / "screenshots"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    # Debian's own Chromium; its sandbox needs privileges that a container's root does not have.
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": ["--no-sandbox"]}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    return {**browser_context_args, "viewport": {"width": 1280, "height": 900}, "java_script_enabled": True}


@pytest.fixture(scope="session")
def bishkek() -> str:
    """The program that the build made."""
    named = os.environ.get("BISHKEK_BINARY")
    for path in [named] if named else [ROOT / ".build/debug/bishkek", ROOT / ".build/release/bishkek"]:
        if path and os.access(path, os.X_OK):
            return str(path)
    pytest.fail("No bishkek program: build it first (swift build), or name it in BISHKEK_BINARY.")


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


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def serve(bishkek: str, record: pathlib.Path):
    """Serves a record on a free port of this machine until the caller is done with it."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    # A file and not a pipe: a pipe that nobody reads would one day stop the server.
    errors = tempfile.TemporaryFile()
    server = subprocess.Popen(
        [bishkek, "serve", str(record), "--port", str(port)], stdout=subprocess.DEVNULL, stderr=errors
    )
    try:
        for _ in range(200):
            if server.poll() is not None:
                errors.seek(0)
                pytest.fail(f"The server stopped: {errors.read().decode()}")
            try:
                urllib.request.urlopen(address + "/healthz", timeout=1)
                break
            except (urllib.error.URLError, OSError):
                time.sleep(0.05)
        else:
            pytest.fail("The server did not answer within ten seconds.")
        yield address
    finally:
        server.terminate()
        server.wait(timeout=10)


@pytest.fixture(scope="session")
def site(bishkek, record):
    yield from serve(bishkek, record)


@pytest.fixture(scope="session")
def base_url(site):
    return site


@pytest.fixture
def phone(browser, base_url):
    """A page as wide as a small telephone, without scripts, as on a bad line."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, java_script_enabled=False, base_url=base_url, has_touch=True
    )
    yield context.new_page()
    context.close()


@pytest.fixture
def accessible():
    """Fails with what axe found, in words."""

    def check(page) -> None:
        results = Axe().run(page, options={"runOnly": {"type": "tag", "values": WCAG}})
        lines = [
            f"{violation['id']} ({violation['impact']}): {violation['help']}: "
            + "; ".join(" ".join(map(str, node["target"])) for node in violation["nodes"][:5])
            for violation in results.response["violations"]
        ]
        assert not lines, page.url + "\n" + "\n".join(lines)

    return check


@pytest.fixture
def picture():
    """Keeps a picture of a page for a person to look at."""

    def take(page, name: str) -> None:
        SCREENSHOTS.mkdir(exist_ok=True)
        page.screenshot(path=SCREENSHOTS / f"{name}.png", full_page=True)

    return take
