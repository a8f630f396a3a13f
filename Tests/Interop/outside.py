"""A log checked, and made, from the specifications alone: hashlib, and Ed25519 from the `cryptography` package.

    outside.py verify FOLDER LOG-VKEY [WITNESS-VKEY]
    outside.py make FOLDER SIZE OLD-SIZE

Nothing here knows Bishkek, nor the Go program beside it. Exit status 1 says that something does not hold.
"""

import base64
import hashlib
import pathlib
import sys
import time

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

PLAIN, COSIGNER = 1, 4


class Objection(Exception):
    """What does not hold, in words."""


def holds(condition: bool, what: str) -> None:
    if not condition:
        raise Objection(what)


def decode(text: str) -> bytes:
    """Base64 with padding, and only the one spelling that these bytes have (RFC 4648, section 4)."""
    content = base64.b64decode(text, validate=True)
    holds(base64.b64encode(content).decode() == text, f"another spelling of base64: {text}")
    return content


def encode(content: bytes) -> str:
    return base64.b64encode(content).decode()


def decimal(text: str) -> int:
    holds(text.isascii() and text.isdigit() and str(int(text)) == text, f"no decimal number: {text}")
    return int(text)


# The tree (RFC 6962, section 2.1; the ways up are those of RFC 9162, section 2.1.3 and 2.1.4)


def leaf(entry: bytes) -> bytes:
    return hashlib.sha256(b"\x00" + entry).digest()


def node(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()


def root(leaves: list[bytes]) -> bytes:
    """The definition, without its recursion: pair level by level; who is alone goes up as it is."""
    row = leaves or [hashlib.sha256(b"").digest()]
    while len(row) > 1:
        row = [node(*row[at : at + 2]) if at + 1 < len(row) else row[at] for at in range(0, len(row), 2)]
    return row[0]


def inclusion(leaves: list[bytes], index: int) -> list[bytes]:
    """The proof, from the leaf's sibling up."""
    if len(leaves) == 1:
        return []
    split = 1 << (len(leaves) - 1).bit_length() - 1
    if index < split:
        return inclusion(leaves[:split], index) + [root(leaves[split:])]
    return inclusion(leaves[split:], index - split) + [root(leaves[:split])]


def consistency(leaves: list[bytes], old: int, whole: bool = True) -> list[bytes]:
    if old == len(leaves):
        return [] if whole else [root(leaves)]
    split = 1 << (len(leaves) - 1).bit_length() - 1
    if old <= split:
        return consistency(leaves[:split], old, whole) + [root(leaves[split:])]
    return consistency(leaves[split:], old - split, False) + [root(leaves[:split])]


def check_inclusion(hashed: bytes, index: int, size: int, proof: list[bytes], expected: bytes) -> None:
    holds(index < size, f"there is no entry {index} among {size}")
    place, last = index, size - 1
    for sibling in proof:
        holds(last > 0, "the inclusion proof is too long")
        if place % 2 or place == last:
            hashed = node(sibling, hashed)
            while place and place % 2 == 0:
                place, last = place // 2, last // 2
        else:
            hashed = node(hashed, sibling)
        place, last = place // 2, last // 2
    holds(last == 0 and hashed == expected, f"entry {index} is not under the root")


def check_consistency(old: int, old_root: bytes, size: int, new_root: bytes, proof: list[bytes]) -> None:
    holds(0 < old <= size, f"nothing is proved from {old} to {size}")
    if old == size:
        return holds(not proof and old_root == new_root, "two roots at one size")
    rest = list(proof) if old & (old - 1) else [old_root, *proof]
    holds(bool(rest), "the consistency proof is empty")
    place, last = old - 1, size - 1
    while place % 2:
        place, last = place // 2, last // 2
    first = second = rest.pop(0)
    for sibling in rest:
        holds(last > 0, "the consistency proof is too long")
        if place % 2 or place == last:
            first, second = node(sibling, first), node(sibling, second)
            while place and place % 2 == 0:
                place, last = place // 2, last // 2
        else:
            second = node(second, sibling)
        place, last = place // 2, last // 2
    holds(last == 0 and first == old_root and second == new_root, f"the log did not grow from {old} to {size}")


# Notes, checkpoints and cosignatures (signed-note, tlog-checkpoint, tlog-cosignature)


class Key:
    def __init__(self, name: str, kind: int, public: bytes):
        self.name, self.kind, self.public = name, kind, public
        self.id = hashlib.sha256(f"{name}\n".encode() + bytes([kind]) + public).digest()[:4]

    @staticmethod
    def parse(vkey: str) -> "Key":
        name, hexadecimal, material = vkey.strip().split("+", 2)
        content = decode(material)
        holds(content[0] in (PLAIN, COSIGNER) and len(content) == 33, f"no Ed25519 key: {vkey}")
        key = Key(name, content[0], content[1:])
        holds(key.id.hex() == hexadecimal, f"the id of another key: {vkey}")
        return key

    def __str__(self) -> str:
        return f"{self.name}+{self.id.hex()}+{encode(bytes([self.kind]) + self.public)}"

    def check(self, signature: bytes, text: bytes) -> None:
        if self.kind == COSIGNER:
            holds(len(signature) == 72 and signature[0] < 0x80, "no cosignature")
            text = cosigned(int.from_bytes(signature[:8], "big"), text)
            signature = signature[8:]
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, text)
        except InvalidSignature:
            raise Objection(f"the signature of {self.name} is not valid") from None


def cosigned(seconds: int, text: bytes) -> bytes:
    return f"cosignature/v1\ntime {seconds}\n".encode() + text


def open_note(note: bytes, keys: list[Key]) -> bytes:
    """The text, once every one of the keys has signed it. Signatures of others are ignored."""
    content = note.decode()
    holds(not any(ord(letter) < 32 and letter != "\n" for letter in content), "a control character")
    place = content.rindex("\n\n")
    text, lines = content[: place + 1].encode(), content[place + 2 :]
    holds(lines.endswith("\n"), "no newline at the end")
    missing = {str(key) for key in keys}
    for line in lines[:-1].split("\n"):
        dash, name, signature = line.split(" ")
        holds(dash == "—" and bool(name) and "+" not in name, f"no signature line: {line}")
        content = decode(signature)
        holds(len(content) > 4, f"no signature: {line}")
        for key in keys:
            if key.name == name and key.id == content[:4]:
                key.check(content[4:], text)
                missing.discard(str(key))
    holds(not missing, f"{', '.join(missing)}: not signed")
    return text


def open_checkpoint(note: bytes, keys: list[Key]) -> tuple[int, bytes]:
    origin, size, root_text, end = open_note(note, keys).decode().split("\n")
    holds(origin == keys[0].name and end == "", f"a checkpoint of {origin}")
    hashed = decode(root_text)
    holds(len(hashed) == 32, "a root of another length")
    return decimal(size), hashed


# Files (tlog-tiles, tlog-witness, tlog-proof)


def place(index: int, width: int) -> str:
    digits = f"{index:03}"
    digits = digits.zfill((len(digits) + 2) // 3 * 3)
    parts = [digits[at : at + 3] for at in range(0, len(digits), 3)]
    return "/".join([f"x{part}" for part in parts[:-1]] + parts[-1:]) + ("" if width == 256 else f".p/{width}")


def tiles(size: int) -> list[tuple[str, int, int, int]]:
    """The path, level, first hash and width of every tile of a tree."""
    return [
        (f"tile/{level}/{place(first // 256, min(256, count - first))}", level, first, min(256, count - first))
        for level in range(8)
        for count in [size >> 8 * level]
        for first in range(0, count, 256)
    ]


def bundles(size: int) -> list[tuple[str, int]]:
    widths = [min(256, size - first) for first in range(0, size, 256)]
    return [(f"tile/entries/{place(index, width)}", width) for index, width in enumerate(widths)]


def read_entries(folder: pathlib.Path, size: int) -> list[bytes]:
    entries = []
    for path, width in bundles(size):
        rest = (folder / path).read_bytes()
        for _ in range(width):
            length = int.from_bytes(rest[:2], "big")
            holds(len(rest) >= 2 + length, f"{path} ends early")
            entries.append(rest[2 : 2 + length])
            rest = rest[2 + length :]
        holds(not rest, f"{path} goes on after its end")
    return entries


def rows(leaves: list[bytes]) -> list[list[bytes]]:
    """For each level of tiles its hashes: the roots over 256 of the level below."""
    levels = [leaves]
    while len(levels[-1]) >= 256:
        row = levels[-1]
        levels.append([root(row[first : first + 256]) for first in range(0, len(row) // 256 * 256, 256)])
    return levels


def hashes_of(lines: list[str]) -> list[bytes]:
    hashes = [decode(line) for line in lines]
    holds(all(len(hashed) == 32 for hashed in hashes), "a hash of another length")
    return hashes


def verify(folder: pathlib.Path, keys: list[Key]) -> str:
    size, expected = open_checkpoint((folder / "checkpoint").read_bytes(), keys)
    entries = read_entries(folder, size)
    leaves = [leaf(entry) for entry in entries]
    holds(root(leaves) == expected, "the entries have another root")
    levels = rows(leaves)
    for path, level, first, width in tiles(size):
        found = (folder / path).read_bytes()
        holds(found == b"".join(levels[level][first : first + width]), f"{path} differs")
    if (folder / "checkpoint.old").exists():
        old, old_root = open_checkpoint((folder / "checkpoint.old").read_bytes(), keys[:1])
        holds(root(leaves[:old]) == old_root, "the older checkpoint is of other entries")
        head, rest = (folder / "request").read_bytes().split(b"\n\n", 1)
        first, *lines = head.decode().split("\n")
        holds(first == f"old {old}", f"no request from {old}: {first}")
        asked, asked_root = open_checkpoint(rest, keys[:1])
        check_consistency(old, old_root, asked, asked_root, hashes_of(lines))
    proofs = sorted(folder.glob("*.tlog-proof"))
    for path in proofs:
        head, rest = path.read_bytes().split(b"\n\n", 1)
        first, *lines = head.decode().split("\n")
        holds(first == "c2sp.org/tlog-proof@v1", f"no proof file: {first}")
        if lines[0].startswith("extra "):
            decode(lines.pop(0)[6:])
        holds(lines[0].startswith("index "), f"no index: {lines[0]}")
        index = decimal(lines.pop(0)[6:])
        proved, proved_root = open_checkpoint(rest, keys)
        holds(index < len(leaves), f"there is no entry {index}")
        check_inclusion(leaves[index], index, proved, hashes_of(lines), proved_root)
    return f"{keys[0].name}: {size} entries, {len(proofs)} proof files"


def make(folder: pathlib.Path, size: int, old: int) -> None:
    def write(name: str, content: bytes | str) -> None:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)

    def line(key: Key, signature: bytes) -> str:
        return f"— {key.name} {encode(key.id + signature)}\n"

    def note(count: int, cosign: bool) -> str:
        text = f"{log.name}\n{count}\n{encode(root(leaves[:count]))}\n"
        signed = f"{text}\n{line(log, log_secret.sign(text.encode()))}"
        if cosign:
            now = int(time.time())
            signature = witness_secret.sign(cosigned(now, text.encode()))
            signed += line(witness, now.to_bytes(8, "big") + signature)
        return signed

    log_secret, witness_secret = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()
    log = Key("helsinki.example/1992", PLAIN, log_secret.public_key().public_bytes_raw())
    witness = Key("prague.example/witness", COSIGNER, witness_secret.public_key().public_bytes_raw())
    entries = [f"Letter {index} to the Conference".encode() for index in range(size)]
    if size > 2:
        entries[1:3] = [b"", b"\xff" * 65535]
    leaves = [leaf(entry) for entry in entries]
    write("log.vkey", f"{log}\n")
    write("witness.vkey", f"{witness}\n")
    write("policy", f"log\t{log}  \n# one of one\nwitness prague {witness}\ngroup all 1 prague\nquorum all\n")
    levels = rows(leaves)
    for path, level, first, width in tiles(size):
        write(path, b"".join(levels[level][first : first + width]))
    for index, (path, width) in enumerate(bundles(size)):
        part = entries[256 * index : 256 * index + width]
        write(path, b"".join(len(entry).to_bytes(2, "big") + entry for entry in part))
    newest = note(size, cosign=True)
    write("checkpoint", newest)
    write("checkpoint.old", note(old, cosign=False))
    growth = "".join(f"{encode(hashed)}\n" for hashed in consistency(leaves, old))
    # What a witness is asked to cosign has only the log's signature yet.
    write("request", f"old {old}\n{growth}\n{note(size, cosign=False)}")
    for index in {0, size // 2, size - 1}:
        path = "".join(f"{encode(hashed)}\n" for hashed in inclusion(leaves, index))
        write(f"entry-{index}.tlog-proof", f"c2sp.org/tlog-proof@v1\nindex {index}\n{path}\n{newest}")


def main(arguments: list[str]) -> int:
    if len(arguments) >= 3 and arguments[0] == "verify":
        try:
            print(verify(pathlib.Path(arguments[1]), [Key.parse(text) for text in arguments[2:]]))
        except (Objection, ValueError, OSError) as error:
            print(error, file=sys.stderr)
            return 1
        return 0
    if len(arguments) == 4 and arguments[0] == "make":
        make(pathlib.Path(arguments[1]), int(arguments[2]), int(arguments[3]))
        return 0
    print(__doc__, file=sys.stderr)
    return 64


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
