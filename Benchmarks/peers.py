"""The programs of others that the statistics are measured beside: installs them, or says why not.

Those of PyPI live in .build-bench, a folder of their own; R and its packages are Debian's.
"""

import functools
import os
import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
SCRIPTS = ROOT / "Benchmarks/Peers"
PYTHON = ROOT / ".build-bench/bin/python"


class Missing(Exception):
    """A peer that is not there and cannot be installed; the text says why."""


def last_line(done: subprocess.CompletedProcess) -> str:
    lines = (done.stderr or done.stdout or "").strip().splitlines()
    return lines[-1] if lines else f"exit status {done.returncode}"


def quietly(*command) -> subprocess.CompletedProcess:
    return subprocess.run([str(part) for part in command], capture_output=True, text=True)


@functools.cache
def environment() -> None:
    if PYTHON.exists():
        return
    print("Making .build-bench for the peers of PyPI …", file=sys.stderr, flush=True)
    done = quietly(sys.executable, "-m", "venv", PYTHON.parent.parent)
    if done.returncode != 0:
        shutil.rmtree(PYTHON.parent.parent, ignore_errors=True)
        raise Missing(f"no Python environment could be made ({last_line(done)})")


@functools.cache
def python(package: str) -> pathlib.Path:
    """The Python that has a package, in the version that Peers/requirements.txt names."""
    environment()
    wanted = next(line for line in (SCRIPTS / "requirements.txt").read_text().split() if line.startswith(f"{package}=="))
    code = f"from importlib.metadata import version; assert version({package!r}) == {wanted.split('==')[1]!r}"
    if quietly(PYTHON, "-c", code).returncode != 0:
        print(f"Installing {wanted} …", file=sys.stderr, flush=True)
        done = quietly(PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wanted)
        if done.returncode != 0:
            raise Missing(f"{wanted} cannot be installed ({last_line(done)})")
    return PYTHON


@functools.cache
def r(package: str, debian: str | None) -> str:
    """Rscript, if R has a package or Debian gives it one."""
    if not has_r(package) and debian and shutil.which("apt-get"):
        root = [] if os.geteuid() == 0 else ["sudo", "-n"]
        if not root or shutil.which("sudo"):
            print(f"Installing {debian} …", file=sys.stderr, flush=True)
            quietly(*root, "apt-get", "update", "-qq")
            quietly(*root, "apt-get", "install", "-y", "-qq", "--no-install-recommends", "r-base-core", debian)
    if not has_r(package):
        hint = f"Debian: apt-get install r-base-core {debian}" if debian else "neither Debian nor PyPI has it"
        raise Missing(f"R with its package {package} is not installed ({hint})")
    return "Rscript"


def has_r(package: str) -> bool:
    code = f"quit(status = !requireNamespace('{package}', quietly = TRUE))"
    return shutil.which("Rscript") is not None and quietly("Rscript", "-e", code).returncode == 0
