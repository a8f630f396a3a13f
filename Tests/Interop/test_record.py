"""The record that the program makes, exports and serves, checked by those who know logs but not records."""

import base64
import hashlib
import json
import shutil
import subprocess
import tarfile
import urllib.request

import pytest
from cryptography.hazmat.primitives.serialization import load_der_public_key

import outside

NAMES = ["swift", "go", "python"]
PROVED = [0, 100, 224]


@pytest.fixture(scope="session")
def exported(bishkek, record, tmp_path_factory):
    """The export unpacked, with the proofs of some entries beside it."""
    folder = tmp_path_factory.mktemp("exported")
    subprocess.run([bishkek, "export", record, folder / "record.tar"], check=True, capture_output=True)
    with tarfile.open(folder / "record.tar") as tar:
        tar.extractall(folder, filter="data")
    for index in PROVED:
        path = folder / f"entry-{index}.tlog-proof"
        command = [bishkek, "prove", record, str(index), "--output", path]
        subprocess.run(command, check=True, capture_output=True)
    return folder


def verify(program, folder, key):
    return subprocess.run([*program, "verify", str(folder), key], capture_output=True, text=True)


@pytest.mark.parametrize("verifier", NAMES)
def test_the_export_is_a_log(programs, exported, verifier):
    result = verify(programs[verifier], exported, (exported / "log.vkey").read_text().strip())
    assert result.returncode == 0, result.stderr
    assert result.stdout.endswith(": 225 entries, 3 proof files\n")


@pytest.mark.parametrize("name", ["checkpoint", "tile/0/000.p/225", "tile/entries/000.p/225", "entry-100.tlog-proof"])
@pytest.mark.parametrize("verifier", NAMES)
def test_a_flipped_byte_of_the_export_is_refused(programs, exported, tmp_path, verifier, name):
    shutil.copytree(exported, tmp_path / "log")
    path = tmp_path / "log" / name
    content = bytearray(path.read_bytes())
    # In a proof the entry lies along as data that nothing vouches for: the index and the hashes come after it.
    content[content.index(b"\nindex ") + 20 if "proof" in name else len(content) // 2] ^= 4
    path.write_bytes(content)
    key = (exported / "log.vkey").read_text().strip()
    assert verify(programs[verifier], tmp_path / "log", key).returncode == 1


@pytest.mark.parametrize("verifier", NAMES)
def test_what_is_served_is_a_log(programs, exported, site, tmp_path, verifier):
    def fetch(name):
        with urllib.request.urlopen(f"{site}/{name}", timeout=10) as answer:
            content = answer.read()
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return content

    key = outside.Key.parse((exported / "log.vkey").read_text())
    size, _ = outside.open_checkpoint(fetch("checkpoint"), [key])
    for path, *_ in [*outside.tiles(size), *outside.bundles(size)]:
        fetch(path)
    result = verify(programs[verifier], tmp_path, str(key))
    assert result.returncode == 0, result.stderr


def test_partial_tiles_of_every_size_are_served(exported, site):
    """A checkpoint was signed at every size on the way: its partial tiles must be there (tlog-tiles, Partial Tiles)."""
    entries = outside.read_entries(exported, 225)
    for size in [1, 2, 128, 224]:
        for path, level, first, width in outside.tiles(size):
            with urllib.request.urlopen(f"{site}/{path}", timeout=10) as answer:
                leaves = [outside.leaf(entry) for entry in entries[first : first + width]]
                assert level == 0 and answer.read() == b"".join(leaves)
        [(path, width)] = outside.bundles(size)
        with urllib.request.urlopen(f"{site}/{path}", timeout=10) as answer:
            assert answer.read() == b"".join(len(e).to_bytes(2, "big") + e for e in entries[:width])


def test_every_envelope_is_signed_by_a_key_of_the_first_entry(exported):
    """DSSE v1: the signature is over the type and the payload with their lengths."""
    envelopes = [json.loads(entry)["envelope"] for entry in outside.read_entries(exported, 225)]
    opening = json.loads(base64.b64decode(envelopes[0]["payload"]))
    keys = {}
    for founder in opening["body"]["founders"]:
        for key in founder.get("keys", []):
            spki = base64.b64decode(key["spki"])
            keys[hashlib.sha256(spki).hexdigest()] = load_der_public_key(spki)
    for envelope in envelopes:
        payload, kind = base64.b64decode(envelope["payload"]), envelope["payloadType"]
        message = f"DSSEv1 {len(kind)} {kind} {len(payload)} ".encode() + payload
        for signature in envelope["signatures"]:
            keys[signature["keyid"]].verify(base64.b64decode(signature["sig"]), message)


def test_the_proof_of_an_entry_carries_the_entry(exported):
    entries = outside.read_entries(exported, 225)
    for index in PROVED:
        extra = (exported / f"entry-{index}.tlog-proof").read_text().splitlines()[1]
        assert base64.b64decode(extra.removeprefix("extra ")) == entries[index]

