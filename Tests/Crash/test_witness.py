"""The disk fails under a witness, at every place of what it writes: nobody has a cosignature that it can forget."""

import errno
import hashlib
import itertools
import pathlib
import subprocess
import urllib.error
import urllib.request

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

import outside
from conftest import TIMES, Disk, failures, started

# The database of a witness and its journal.
STORE = "*/witness.sqlite*"


class Log:
    """A log that can tell another story than its own."""

    def __init__(self) -> None:
        self.secret = Ed25519PrivateKey.generate()
        self.key = outside.Key(
            "helsinki.example/1992", outside.PLAIN, self.secret.public_key().public_bytes_raw())

    def leaves(self, size: int, story: str) -> list[bytes]:
        return [outside.leaf(f"{story} {index}".encode()) for index in range(size)]

    def checkpoint(self, size: int, story: str = "told") -> bytes:
        text = f"{self.key.name}\n{size}\n{outside.encode(outside.root(self.leaves(size, story)))}\n"
        signature = outside.encode(self.key.id + self.secret.sign(text.encode()))
        return f"{text}\n— {self.key.name} {signature}\n".encode()

    def request(self, old: int, size: int, story: str = "told") -> bytes:
        proof = outside.consistency(self.leaves(size, story), old) if old else []
        lines = "".join(f"{outside.encode(hashed)}\n" for hashed in proof)
        return f"old {old}\n{lines}\n".encode() + self.checkpoint(size, story)


class Witness:
    """One witness of one log, its server, and the newest head with a cosignature that it gave away."""

    def __init__(self, bishkek: str, folder: pathlib.Path, log: Log, disk: Disk):
        self.bishkek, self.folder, self.log, self.disk = bishkek, folder, log, disk
        self.released = 0
        made = subprocess.run(
            [bishkek, "witness", "init", folder / "geneva", "--name", "geneva.example/w"],
            check=True, capture_output=True, text=True).stdout
        vkey = next(line for line in made.splitlines() if "verifier key" in line).split(": ")[1]
        self.key = outside.Key.parse(vkey)
        self.start()

    def start(self) -> None:
        self.server, self.url = started(
            [self.bishkek, "witness", "serve", self.folder / "geneva", "--log", str(self.log.key)],
            self.folder / "errors", self.disk.environment)

    def kill(self) -> None:
        self.server.kill()
        self.server.wait()

    def answer(self, path: str, body: bytes | None = None) -> tuple[int, bytes]:
        """The status and what was said; no status where the server ends instead."""
        try:
            with urllib.request.urlopen(self.url + path, body, timeout=30) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as answer:
            return answer.code, answer.read()
        except OSError:
            self.server.wait(timeout=10)
            return 0, b""

    def ask(self, old: int, size: int, story: str = "told") -> tuple[int, bytes]:
        status, said = self.answer("/add-checkpoint", self.log.request(old, size, story))
        if status == 200:
            outside.open_note(self.log.checkpoint(size, story) + said, [self.log.key, self.key])
            self.released = max(self.released, size)
        return status, said

    def size(self) -> int:
        """The size that it says it has cosigned last, which is the one that it shows."""
        status, said = self.ask(0, 1)
        assert status == 409, said
        size = int(said)
        name = hashlib.sha256(self.log.key.name.encode()).hexdigest()
        status, shown = self.answer(f"/{name}/checkpoint")
        assert status == 200, shown
        root = outside.root(self.log.leaves(size, "told"))
        assert outside.open_checkpoint(shown, [self.log.key, self.key]) == (size, root)
        return size

    def check(self) -> int:
        """What it gave away it remembers, and it cosigns nothing else than what goes on from there."""
        size = self.size()
        assert size >= self.released, f"It has cosigned {self.released} and remembers {size}."
        for new, story in [(size - 1, "told"), (size, "forged"), (size + 1, "forged")]:
            assert self.ask(size - 1, new, story) == (409, f"{size}\n".encode())
        for new in [size, size + 1]:
            assert self.ask(size, new, "forged")[0] == 422
        return size


@pytest.fixture
def witness(bishkek, disk, tmp_path):
    witness = Witness(bishkek, tmp_path, Log(), disk)
    yield witness
    witness.kill()


@pytest.mark.parametrize("times", TIMES.values(), ids=TIMES)
@pytest.mark.parametrize("call, number", failures(["write", "sync"]))
def test_a_witness_remembers_whatever_it_has_cosigned(witness, disk, call, number, times):
    assert witness.ask(0, 8)[0] == 200
    for place in itertools.count():
        size = witness.check()
        disk.fail(call, STORE, number, after=place, times=times)
        status, said = witness.ask(size, size + 1)
        if not disk.has_failed():
            assert status == 200, said
            break
        # Half a write is no failure if the other half can be written after it.
        if number:
            assert status == 0 or status >= 500, f"Answered {status} though the disk failed: {said}"
        witness.kill()
        disk.heal()
        witness.start()
        # Whatever became of it, what comes next is cosigned.
        size = witness.check()
        assert witness.ask(size, size + 1)[0] == 200
    assert place > 0, "Nothing failed."


def test_a_witness_cosigns_nothing_that_a_power_cut_takes_back(witness, disk):
    assert witness.ask(0, 8)[0] == 200
    # The folder is synced when the journal is made, and again when it is gone: only then is the transaction durable.
    disk.fail("settle", "*/geneva", errno.EIO, after=1)
    assert witness.ask(8, 9)[0] == 503
    assert disk.has_failed(), "Nothing failed."
    disk.heal()
    witness.check()


@pytest.mark.parametrize("call", ["write", "sync"])
def test_a_witness_goes_on_once_the_disk_does(witness, disk, call):
    assert witness.ask(0, 8)[0] == 200
    disk.fail(call, STORE, errno.EIO)
    for _ in range(3):
        assert witness.ask(8, 9)[0] == 503
    assert disk.has_failed(), "Nothing failed."
    disk.heal()
    size = witness.check()
    assert witness.ask(size, size + 2)[0] == 200
    witness.kill()
    witness.start()
    assert witness.check() == size + 2
