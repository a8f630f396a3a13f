"""The server is killed at random moments under load. CRASHES says how often: few in `make test`, a thousand in `make soak`."""

import os
import random
import time

from conftest import STRETCH, Keeper

CRASHES = int(os.environ.get("CRASHES", "6"))


def test_nothing_acknowledged_is_lost_or_logged_twice_when_the_server_is_killed(bishkek, load, tmp_path):
    moments = random.Random(1994)
    acknowledged = 0
    for first in range(0, CRASHES, STRETCH):
        folder = tmp_path / f"from-{first}"
        folder.mkdir()
        keeper = Keeper(bishkek, load, folder)
        for number in range(first, min(first + STRETCH, CRASHES)):
            keeper.start()
            before = keeper.count()
            # Every run is made twice, so that what was handed in and not answered is handed in again.
            writers = keeper.send(f"run-{number // 2}", writers=moments.choice([1, 8, 64]))
            deadline = time.monotonic() + 20
            while keeper.count() == before and time.monotonic() < deadline:
                time.sleep(0.002)
            assert keeper.count() > before, "Nobody was answered."
            if moments.random() < 0.5:
                keeper.see_head(f"{number}")
            time.sleep(moments.random() * 0.25)
            keeper.kill()
            writers.wait(timeout=60)
        acknowledged += keeper.count()
        keeper.check()
        keeper.verify()
        keeper.start()
        keeper.see_head("last")
        keeper.kill()
        keeper.check()
    print(f"{CRASHES} kills, {acknowledged} acknowledgements, none lost, none twice.")
