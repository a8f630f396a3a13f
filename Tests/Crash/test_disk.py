"""Every kind of write fails, at every place of an append; the disk is full; the clock jumps."""

import errno
import os
import subprocess

import pytest

from conftest import Keeper

# How many places of the append path are tried for each kind of failure.
PLACES = int(os.environ.get("FAULT_PLACES", "3"))
FAILURES = {
    "the disk reports an error": errno.EIO,
    "no space is left": errno.ENOSPC,
    "half is written": 0,
}


@pytest.mark.parametrize("call", ["write", "sync"])
@pytest.mark.parametrize("failure", FAILURES)
def test_a_failing_disk_loses_nothing(keeper, disk, call, failure):
    number = FAILURES[failure]
    if call == "sync" and number == 0:
        pytest.skip("Nothing is half synchronised.")
    keeper.start(**disk.environment)
    for place in range(PLACES):
        writers = keeper.send(f"{failure}-{place}", seconds=0.5, writers=4)
        disk.fail(call, number, after=place, times=2)
        writers.wait(timeout=60)
        disk.heal()
        keeper.see_head(f"{place}")
        # Whether it failed or not, the same server goes on once the disk does.
        before = keeper.count()
        keeper.send(f"after-{failure}-{place}", seconds=0.2, writers=2).wait(timeout=60)
        assert keeper.count() > before, "The server does not go on."
    assert disk.fired() > 0, "Nothing failed."
    keeper.kill()
    keeper.check()
    keeper.verify()


def test_what_could_not_be_written_is_answered_as_failed(keeper, disk, load):
    keeper.start(**disk.environment)
    disk.fail("any", errno.EIO)
    sent = subprocess.run(
        [load, "send", keeper.url, "--writers", "1", "--seconds", "1", "--run", "failed"],
        capture_output=True, text=True)
    assert sent.returncode != 0
    assert "503" in sent.stderr, sent.stderr
    assert disk.fired() > 0, "Nothing failed."
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
        one = subprocess.run(
            [load, "send", keeper.url, "--writers", "1", "--seconds", "1", "--run", "full"],
            capture_output=True, text=True)
        assert one.returncode != 0 and "503" in one.stderr and "space" in one.stderr, one.stderr
        keeper.see_head("full")
        subprocess.run(["mount", "-o", "remount,size=64m", disk], check=True)
        before = keeper.count()
        keeper.send("again", seconds=0.5, writers=2).wait(timeout=60)
        assert keeper.count() > before, "The server does not go on once there is space."
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
        before = keeper.count()
        keeper.send(f"clock-{number}", seconds=0.2, writers=2).wait(timeout=60)
        assert keeper.count() > before, f"Nothing is logged while the clock is {seconds} s off."
    keeper.kill()
    # Verification fails where an entry was received before its predecessor.
    keeper.check()
    keeper.verify()
