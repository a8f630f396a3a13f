"""The log, measured: append, HTTP, verification, opening, mirroring, memory. Each figure stands beside a limit or a peer
that is measured in the same run, as a ratio. Run by `make bench`; ENTRIES sets the length of the long record.
"""

import json
import os
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent
BISHKEK = os.environ.get("BISHKEK_BINARY", ROOT / ".build/release/bishkek")
LOAD = os.environ.get("LOAD_BINARY", ROOT / ".build/release/load")
ENTRIES = int(os.environ.get("ENTRIES", "100000"))
SECONDS = float(os.environ.get("SECONDS", "5"))

# What POST /add has to reach, in the signatures that the same machine checks meanwhile, and for how many of them a paced
# writer may wait: see docs/decisions/0021.
SHARES = {64: 2_000 / 30_000, 256: 5_000 / 30_000}
WAIT = 0.010 * 30_000


def say(name: str, value: float, limit: str, of: float, note: str = "") -> None:
    print(f"{name}: {value:,.0f}/s = {value / of:.2f} of {limit} ({of:,.0f}/s){'; ' + note if note else ''}", flush=True)


def load(*arguments) -> dict:
    done = subprocess.run([LOAD, *map(str, arguments)], capture_output=True, text=True, check=True)
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    return json.loads(lines[-1]) if lines else {}


def measured(*arguments) -> tuple[float, float, int]:
    """Seconds, seconds of processor time, and the most memory held at once, in bytes."""
    started = time.monotonic()
    child = subprocess.Popen([str(argument) for argument in arguments], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    assert child.returncode == 0, f"{arguments[1]} failed with {child.returncode}"
    return time.monotonic() - started, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024


def synchronised_writes(folder: pathlib.Path, count: int, size: int) -> float:
    """How many groups of so many entries a second reach the disk, written in a row and synchronised."""
    with open(folder / "plain", "wb", buffering=0) as file:
        started, groups = time.monotonic(), 0
        while time.monotonic() - started < 1:
            file.write(b"x" * size * count)
            os.fdatasync(file.fileno())
            groups += 1
    return groups / (time.monotonic() - started)


def openssl(what: str) -> float:
    """What OpenSSL's own measurement says, on as many processes as there are cores."""
    cores = str(os.cpu_count())
    done = subprocess.run(
        ["openssl", "speed", "-seconds", "2", "-multi", cores, *(["-bytes", "1024"] if what == "sha256" else []), what],
        capture_output=True, text=True)
    if what == "sha256":
        return float(re.search(r"sha256\s+([\d.]+)k", done.stdout)[1]) * 1000 / 1024
    return float(re.search(r"bits EdDSA \(Ed25519\).*?([\d.]+)\s*$", done.stdout, re.M)[1])


class Server:
    def __init__(self, record: pathlib.Path, *options: str):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"
        started = time.monotonic()
        self.process = subprocess.Popen([BISHKEK, "serve", record, "--port", str(port), *options], stdout=subprocess.DEVNULL)
        while True:
            try:
                urllib.request.urlopen(f"{self.url}/healthz", timeout=60).close()
                break
            except OSError:
                assert self.process.poll() is None, "The server does not start."
                time.sleep(0.01)
        self.opened = time.monotonic() - started

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()


def append(folder: pathlib.Path) -> None:
    for batch in (1, 16, 256, 1000):
        found = load("append", folder / f"append-{batch}", "--batch", batch, "--entries", 2000 if batch == 1 else 40000)
        limit = synchronised_writes(folder, batch, 1024) * batch
        times = found["milliseconds"]
        say(f"append, batches of {batch}", found["entriesPerSecond"], "plain synchronised writes", limit,
            f"a batch takes {times['p500']} ms, p99 {times['p990']} ms")


def signatures_now() -> float:
    return load("signatures", "--seconds", 2)["perSecond"]


def judged(is_met: bool, target: str) -> str:
    return f"; target {target}: {'met' if is_met else 'missed'}"


def http(folder: pathlib.Path) -> None:
    """Signatures are measured before and after each run: a rented machine is another one a minute later."""
    record = folder / "http"
    load("fill", record, "--entries", 1)
    before = signatures_now()
    with Server(record, "--add") as server:
        for writers, rate in ((1, None), (64, None), (256, None), (64, 1000)):
            # More than can be sent: what is signed while the clock runs would be taken from the server.
            found = load("send", server.url, "--writers", writers, "--seconds", SECONDS, "--run", f"{writers} at {rate}",
                         "--prepared", int((rate or 8000) * SECONDS), *(("--rate", rate) if rate else ()))
            after = signatures_now()
            signatures, before = (before + after) / 2, after
            times, share = found["milliseconds"], found["perSecond"] / signatures
            waited = times["p990"] / 1000 * signatures
            note = f"p50 {times['p500']} ms, p99 {times['p990']} ms to the durable receipt = {waited:.0f} signatures"
            if rate:
                note += judged(waited <= WAIT, f"{WAIT:.0f}")
            elif writers in SHARES:
                note += judged(share >= SHARES[writers], f"{SHARES[writers]:.2f}")
            say(f"POST /add, {writers} closed-loop writer(s)" + (f" at {rate:,} a second" if rate else ""),
                found["perSecond"], "the rate of signatures", signatures, note)


def verify(folder: pathlib.Path, signatures: float) -> pathlib.Path:
    record = folder / "long"
    load("fill", record, "--entries", ENTRIES)
    seconds, processor, memory = measured(BISHKEK, "verify", record)
    say(f"verify {ENTRIES:,} entries", ENTRIES / seconds, "the rate of signatures on all cores", signatures,
        f"{seconds:.1f} s, {memory / 1e6:.0f} MB, {os.cpu_count()} cores {processor / seconds / os.cpu_count():.0%} busy")
    outside = share_outside_signatures(folder, record)
    print("verify, processor time outside Ed25519: " + (f"{outside:.1%}" if outside else "not measured, perf is not here"),
          flush=True)
    return record


def share_outside_signatures(folder: pathlib.Path, record: pathlib.Path) -> float | None:
    """How much of the processor time of a verification is not spent in Ed25519: in its field, group and scalars, and in
    SHA-512, which nothing else here uses. Samples are counted; the percentages of perf's report are rounded each.
    """
    if not shutil.which("perf"):
        return None
    samples = folder / "perf.data"
    subprocess.run(["perf", "record", "-q", "-F", "1999", "-o", samples, "--", BISHKEK, "verify", record],
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    report = subprocess.run(["perf", "report", "-i", samples, "--no-children", "--sort", "sym", "-F", "sample,sym"],
                            capture_output=True, text=True).stdout
    counts = re.findall(r"^\s*(\d+)\s+\[.\]\s+(.*)$", report, re.M)
    inside = sum(int(count) for count, name in counts
                 if re.search(r"^(fe_|ge_|fiat_)|x25519_|ED25519|sha512|SHA512", name))
    whole = sum(int(count) for count, _ in counts)
    return 1 - inside / whole if whole else None


def opening(record: pathlib.Path) -> None:
    with Server(record) as server:
        cold = server.opened
        deadline = time.monotonic() + 600
        while not (record / "snapshot").exists() and time.monotonic() < deadline:
            time.sleep(0.2)
    with Server(record) as server:
        print(f"open {ENTRIES:,} entries for serving: {server.opened:.2f} s from the snapshot = "
              f"{server.opened / cold:.2f} of reading and checking everything ({cold:.1f} s)", flush=True)


def mirror(folder: pathlib.Path, record: pathlib.Path) -> None:
    with Server(record) as server:
        started = time.monotonic()
        urllib.request.urlretrieve(f"{server.url}/export.tar", folder / "export.tar")
        plain = time.monotonic() - started
        seconds, _, memory = measured(BISHKEK, "mirror", server.url, folder / "mirror")
        print(f"mirror {ENTRIES:,} entries, everything checked: {seconds:.1f} s = {seconds / plain:.1f} of downloading the "
              f"export unchecked ({plain:.1f} s); {memory / 1e6:.0f} MB", flush=True)


def main() -> None:
    folder = pathlib.Path(tempfile.mkdtemp(prefix="bishkek-bench-", dir=os.environ.get("BENCH_FOLDER")))
    try:
        signatures = load("signatures")["perSecond"]
        say("Ed25519 here, all cores", signatures, "openssl speed ed25519", openssl("ed25519"))
        say("Ed25519 here, all cores", signatures, "openssl speed sha256 of 1 KiB", openssl("sha256"))
        chosen = sys.argv[1:] or ["append", "http", "verify", "open", "mirror"]
        if "append" in chosen:
            append(folder)
        if "http" in chosen:
            http(folder)
        if {"verify", "open", "mirror"} & set(chosen):
            record = verify(folder, signatures)
            if "open" in chosen:
                opening(record)
            if "mirror" in chosen:
                mirror(folder, record)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
