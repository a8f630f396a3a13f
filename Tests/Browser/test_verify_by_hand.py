"""The page docs/verify-by-hand.md, read as a stranger would: its commands are run as they stand."""

import pathlib
import re
import subprocess
import sys

import pytest

PAGE = pathlib.Path(__file__).resolve().parent.parent.parent / "docs" / "verify-by-hand.md"
TEXT = PAGE.read_text(encoding="utf-8")
SCRIPT = re.search(r"```python\n(.*?)```", TEXT, re.S).group(1)
COMMANDS = "".join(re.findall(r"```sh\n(.*?)```", TEXT, re.S))


@pytest.fixture
def folder(bishkek, record, tmp_path):
    """What the stranger was given, and the script saved from the page."""
    subprocess.run([bishkek, "export", record, tmp_path / "demo.tar"], check=True, capture_output=True)
    subprocess.run(
        [bishkek, "prove", record, "100", "--output", tmp_path / "entry.proof"], check=True, capture_output=True
    )
    (tmp_path / "check.py").write_text(SCRIPT, encoding="utf-8")
    return tmp_path


def run(folder, commands=COMMANDS):
    python = pathlib.Path(sys.executable)
    return subprocess.run(
        ["bash", "-euo", "pipefail", "-c", commands.replace("python3", str(python))],
        cwd=folder, capture_output=True, text=True,
    )


def test_a_stranger_verifies_text_envelope_proof_and_checkpoint(folder):
    result = run(folder)
    assert result.returncode == 0, result.stdout + result.stderr
    assert "in the tree under that root" in result.stdout
    assert "Signature Verified Successfully" in result.stdout


def test_the_script_is_as_short_as_the_page_says():
    lines = [line for line in SCRIPT.splitlines() if line.strip() and not line.startswith("#")]
    assert len(lines) <= 40


@pytest.mark.parametrize("name", ["checkpoint", "tile/entries", "sha256", "entry.proof"])
def test_a_changed_byte_is_noticed(folder, name):
    unpack, rest = COMMANDS.split("\n", 1)
    assert run(folder, unpack).returncode == 0
    path = folder / name
    victim = path if path.is_file() else sorted(p for p in path.rglob("*") if p.is_file())[0]
    data = bytearray(victim.read_bytes())
    # Where it matters: in the entry that is proved, and in the first hash of its proof.
    where = {"tile/entries": place, "entry.proof": lambda proof: proof.index(b"index ") + 12}
    data[where.get(name, lambda file: len(file) // 2)(data)] ^= 1
    victim.write_bytes(data)
    assert run(folder, rest).returncode != 0


def place(bundle: bytes, entry: int = 100) -> int:
    """Where the middle of an entry lies in its bundle: only the entry that is proved is looked at."""
    start = 0
    for _ in range(entry):
        start += 2 + int.from_bytes(bundle[start : start + 2], "big")
    return start + int.from_bytes(bundle[start : start + 2], "big") // 2
