"""Logs that one program makes and another checks, in every direction, and what each must refuse."""

import pathlib
import shutil
import subprocess

import pytest

NAMES = ["swift", "go", "python"]
#: A single entry; the last before and the first of a second tile; two levels of tiles, then three.
SIZES = [(1, 1), (255, 128), (256, 200), (257, 256), (600, 300), (65_792, 1_000)]
FILES = [
    "checkpoint", "checkpoint.old", "request", "entry-300.tlog-proof", "tile/0/000", "tile/0/002.p/88",
    "tile/1/000.p/2", "tile/entries/000", "tile/entries/002.p/88", "log.vkey", "witness.vkey",
]


@pytest.fixture(scope="session")
def made(programs, tmp_path_factory):
    """Makes a log once for each maker and size."""
    logs: dict[tuple[str, int], pathlib.Path] = {}

    def make(maker: str, size: int, old: int) -> pathlib.Path:
        if (maker, size) not in logs:
            folder = tmp_path_factory.mktemp(f"{maker}-{size}")
            command = [*programs[maker], "make", str(folder), str(size), str(old)]
            subprocess.run(command, check=True, capture_output=True)
            logs[maker, size] = folder
        return logs[maker, size]

    return make


def verify(program: list[str], folder: pathlib.Path) -> subprocess.CompletedProcess:
    keys = [(folder / name).read_text(errors="replace").strip() for name in ["log.vkey", "witness.vkey"]]
    return subprocess.run([*program, "verify", str(folder), *keys], capture_output=True, text=True)


@pytest.mark.parametrize("size, old", SIZES)
@pytest.mark.parametrize("verifier", NAMES)
@pytest.mark.parametrize("maker", NAMES)
def test_what_one_makes_another_accepts(programs, made, maker, verifier, size, old):
    result = verify(programs[verifier], made(maker, size, old))
    assert result.returncode == 0, result.stderr
    assert f": {size} entries, " in result.stdout


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("verifier", NAMES)
@pytest.mark.parametrize("maker", NAMES)
def test_a_flipped_byte_is_refused(programs, made, tmp_path, maker, verifier, name):
    honest = made(maker, 600, 300)
    folder = tmp_path / "log"
    shutil.copytree(honest, folder)
    content = bytearray((folder / name).read_bytes())
    for place in {len(content) // 2, 3, len(content) - 6}:
        content[place] ^= 1
        (folder / name).write_bytes(content)
        result = verify(programs[verifier], folder)
        assert result.returncode == 1, f"byte {place} of {name}: {result.stdout}"
        content[place] ^= 1


@pytest.mark.parametrize("verifier", NAMES)
@pytest.mark.parametrize("change", ["swapped", "dropped", "doubled", "longer checkpoint", "another log's checkpoint"])
def test_another_history_is_refused(programs, made, tmp_path, verifier, change):
    folder = tmp_path / "log"
    shutil.copytree(made("go", 257, 256), folder)
    bundle = folder / "tile/entries/000"
    content = bundle.read_bytes()
    cut = content.index(b"Order 200 of") - 2, content.index(b"Order 201 of") - 2, content.index(b"Order 202 of") - 2
    one, two = content[cut[0] : cut[1]], content[cut[1] : cut[2]]
    match change:
        case "swapped":
            bundle.write_bytes(content[: cut[0]] + two + one + content[cut[2] :])
        case "dropped":
            bundle.write_bytes(content[: cut[0]] + content[cut[1] :])
        case "doubled":
            bundle.write_bytes(content[: cut[0]] + one + one + content[cut[2] :])
        case "longer checkpoint":
            shutil.copy(made("go", 600, 300) / "checkpoint", folder)
            shutil.copy(made("go", 600, 300) / "log.vkey", folder)
            shutil.copy(made("go", 600, 300) / "witness.vkey", folder)
        case _:
            shutil.copy(made("python", 257, 256) / "checkpoint", folder)
    assert verify(programs[verifier], folder).returncode == 1


@pytest.mark.parametrize("verifier", NAMES)
def test_a_checkpoint_without_its_witness_is_refused(programs, made, tmp_path, verifier):
    folder = tmp_path / "log"
    shutil.copytree(made("swift", 600, 300), folder)
    lines = (folder / "checkpoint").read_text().splitlines(keepends=True)
    (folder / "checkpoint").write_text("".join(lines[:-1]))
    assert verify(programs[verifier], folder).returncode == 1
