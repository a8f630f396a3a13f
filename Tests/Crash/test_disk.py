"""Every write on an act's way to the file, to the public and to a mirror fails, one after the other, until there is none
left; the disk is full; the clock jumps."""

import errno
import itertools
import os
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator

import outside
import pytest

from conftest import STRETCH, TIMES, Keeper, failures

# Where there are hundreds of places, how many of them are tried; all, if it is 0. Commits are always tried everywhere.
PLACES = int(os.environ.get("FAULT_PLACES", "3"))


def places(count: int) -> Iterator[int]:
    return iter(range(count)) if count else itertools.count()


def begin_log_anew(keeper: Keeper) -> None:
    """So that the next commit makes a new write-ahead log, with writes that others do not have."""
    with sqlite3.connect(keeper.record / "record.sqlite") as file:
        file.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    file.close()


@pytest.mark.parametrize("times", TIMES.values(), ids=TIMES)
@pytest.mark.parametrize("begins_anew", [False, True], ids=["in a log that goes on", "in a new log"])
@pytest.mark.parametrize("call, number", failures(["write", "sync"]))
def test_every_write_of_a_commit_can_fail_and_loses_nothing(keeper, disk, call, number, begins_anew, times):
    keeper.start(**disk.environment)
    for place, is_killed in ((place, end) for place in itertools.count() for end in [False, True]):
        run = f"{place}, killed" if is_killed else f"{place}"
        if begins_anew:
            begin_log_anew(keeper)
        disk.fail(call, "*/record.sqlite-wal", number, after=place, times=times)
        said = keeper.hand_in(run)
        if not disk.has_failed():
            assert said == ""
            break
        # Half a write is no failure if the other half can be written after it.
        if number:
            assert "503" in said, said or "Acknowledged though the disk failed."
        else:
            assert said == ""
        if is_killed:
            keeper.kill()
        disk.heal()
        if is_killed:
            keeper.start(**disk.environment)
        keeper.see_head(run)
        assert keeper.hand_in(run) == "", "What could not be written is not taken when it is handed in again."
        assert keeper.hand_in(f"after {run}") == "", "The server does not go on once the disk does."
    assert place > 0, "Nothing failed."
    keeper.kill()
    keeper.check()
    keeper.verify()


@pytest.mark.parametrize("call, number", failures(["write", "sync"]))
def test_moving_the_log_into_the_file_can_fail_anywhere_and_nobody_waits_for_it(
    bishkek, load, tmp_path, disk, call, number
):
    for place in places(PLACES):
        if place % STRETCH == 0:
            folder = tmp_path / f"from-{place}"
            folder.mkdir()
            keeper = Keeper(bishkek, load, folder)
            keeper.start(**disk.environment)
        disk.fail(call, "*/record.sqlite", number, after=place)
        # Enough for the log to be moved, wherever it stands, and slowly enough for it to be moved whole, and synchronised.
        assert keeper.hand_in(f"{place}", reports=160, writers=2, rate=400) == ""
        has_failed = disk.has_failed()
        is_killed = place % 2 == 1
        if is_killed:
            keeper.kill()
        disk.heal()
        if is_killed:
            keeper.start(**disk.environment)
        keeper.see_head(f"{place}")
        if not has_failed or place % STRETCH == STRETCH - 1 or place == PLACES - 1:
            keeper.kill()
            keeper.check()
            keeper.verify()
        if not has_failed:
            break
    assert place > 0, "Nothing failed."


def published(keeper: Keeper) -> str:
    """What a stranger says of the published files."""
    folder = keeper.folder / "published"
    return outside.verify(folder, [outside.Key.parse((folder / "log.vkey").read_text().strip())])


@pytest.mark.parametrize("call, number", failures(["mkdir", "open", "write", "sync", "settle", "rename"]))
def test_publishing_can_fail_anywhere_and_shows_no_head_without_what_it_speaks_of(keeper, disk, call, number):
    folder = keeper.folder / "published"
    keeper.start()

    def publish() -> subprocess.CompletedProcess:
        return subprocess.run(
            [keeper.bishkek, "publish", keeper.record, "--into", folder], capture_output=True, text=True,
            env={**os.environ, **disk.environment})

    for place in itertools.count():
        assert keeper.hand_in(f"{place}") == ""
        disk.fail(call, "*/published*", number, after=place)
        done = publish()
        if not disk.has_failed():
            assert done.returncode == 0, done.stderr
            break
        assert done.returncode == (1 if number else 0), done.stdout + done.stderr
        if number:
            told = os.strerror(number) if number == errno.EIO else "There is no space left"
            assert str(folder) in done.stderr and told in done.stderr, done.stderr
        if (folder / "checkpoint").exists():
            published(keeper)
        disk.heal()
        # Every second failure meets what the one before has left behind.
        if place % 2:
            assert publish().returncode == 0
    assert place > 0, "Nothing failed."
    published(keeper)


@pytest.mark.parametrize("call, number", failures(["mkdir", "open", "write", "sync", "settle", "rename"]))
def test_a_mirror_can_fail_anywhere_and_goes_on_with_what_it_has(keeper, disk, call, number):
    folder = keeper.folder / "mirrored"
    keeper.start()

    def mirror() -> int:
        """What is said to be taken in is taken in."""
        done = subprocess.run(
            [keeper.bishkek, "mirror", keeper.url, folder], capture_output=True, text=True,
            env={**os.environ, **disk.environment})
        if done.returncode == 0:
            verified = subprocess.run([keeper.bishkek, "verify", folder], capture_output=True, text=True)
            assert verified.returncode == 0, verified.stdout + verified.stderr
        else:
            assert done.returncode == 1 and str(folder) in done.stderr, done.stderr
        return done.returncode

    for place in itertools.count():
        assert keeper.hand_in(f"{place}") == ""
        disk.fail(call, "*/mirrored*", number, after=place)
        status = mirror()
        has_failed = disk.has_failed()
        disk.heal()
        if not has_failed:
            assert status == 0
            break
        assert number or status == 0, "Half a write is no failure if the other half can be written after it."
        # Every second failure meets what the one before has left behind.
        if place % 2:
            assert mirror() == 0
    assert place > 0, "Nothing failed."


def test_a_server_says_that_it_cannot_publish_and_does_once_it_can(keeper, disk):
    keeper.start("--publish", str(keeper.folder / "published"), **disk.environment)
    disk.fail("any", "*/published*", errno.ENOSPC)
    assert keeper.hand_in("one") == ""
    wait_until(lambda: "no space left" in (keeper.folder / "errors").read_text())
    before = published(keeper)
    disk.heal()
    wait_until(lambda: published(keeper) != before)


def wait_until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < deadline, "It does not happen within 30 seconds."
        time.sleep(0.1)


def test_what_could_not_be_written_is_answered_as_failed(keeper, disk):
    keeper.start(**disk.environment)
    disk.fail("any", "*/record.sqlite*", errno.EIO)
    assert "503" in keeper.hand_in("failed")
    assert disk.has_failed(), "Nothing failed."
    disk.heal()
    keeper.kill()
    keeper.check()
    keeper.verify()


def test_a_full_disk_is_said_and_loses_nothing(bishkek, load, tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", disk], capture_output=True).returncode:
        pytest.skip("Only root can make a small disk.")
    try:
        keeper = Keeper(bishkek, load, tmp_path, record=disk / "record")
        keeper.start()
        keeper.send("filling", seconds=20, writers=8).wait(timeout=60)
        assert keeper.count() > 100
        said = keeper.hand_in("full")
        assert "503" in said and "space" in said, said
        keeper.see_head("full")
        subprocess.run(["mount", "-o", "remount,size=64m", disk], check=True)
        assert keeper.hand_in("again") == "", "The server does not go on once there is space."
        keeper.kill()
        keeper.check()
        keeper.verify()
    finally:
        subprocess.run(["umount", "-l", disk])


def test_the_log_never_goes_back_in_time_with_its_clock(keeper, faults, tmp_path):
    shift = tmp_path / "shift"
    shift.write_text("0")
    keeper.start(LD_PRELOAD=faults, CLOCK_SHIFT=str(shift))
    for number, seconds in enumerate([0, 3600, -86_400, 5, -5, 86_400 * 365]):
        shift.write_text(str(seconds))
        assert keeper.hand_in(f"clock-{number}", reports=20, writers=2) == "", (
            f"Nothing is logged while the clock is {seconds} s off.")
    keeper.kill()
    # Verification fails where an entry was received before its predecessor.
    keeper.check()
    keeper.verify()
