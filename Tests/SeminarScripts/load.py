"""A full room: so many seats, a move of each every so many seconds, a stream open for each.

    python3 Tests/SeminarScripts/load.py .build/release/tumen-seminar [SEATS [SECONDS [ROUNDS]]]

Prints how long acknowledgments take and the server's memory; kills the server by SIGKILL in the
middle of the last round, starts it again, and counts acknowledged moves that are not in the log.
"""

import asyncio
import csv
import os
import random
import subprocess
import sys
import time
from urllib.parse import urlencode

from server import Server


class Seat:
    """One student's browser: a connection for forms and a stream."""

    def __init__(self, server, name, path):
        self.server, self.name, self.path = server, name, path
        self.reader = self.writer = self.stream = None
        self.events = 0

    async def listen(self):
        while True:
            try:
                reader, writer = await asyncio.open_connection(
                    "127.0.0.1", self.server.port, limit=1 << 20)
                writer.write(f"GET {self.path}/live HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
                while line := await reader.readline():
                    self.events += line.startswith(b"data:")
                writer.close()
            except OSError:
                pass
            await asyncio.sleep(0.5)

    async def move(self, round_number, value):
        """Seconds until the acknowledgment; None where there was none."""
        body = urlencode({"round": round_number, "step": 0, "kind": "choose", "value": value})
        request = (f"POST {self.path}/move HTTP/1.1\r\nHost: localhost\r\n"
                   f"Accept: application/json\r\nContent-Length: {len(body)}\r\n\r\n{body}")
        start = time.perf_counter()
        try:
            if self.writer is None:
                self.reader, self.writer = await asyncio.open_connection(
                    "127.0.0.1", self.server.port)
            self.writer.write(request.encode())
            head = await self.reader.readuntil(b"\r\n\r\n")
            length = next(int(line[15:]) for line in head.split(b"\r\n")
                          if line.lower().startswith(b"content-length:"))
            text = await self.reader.readexactly(length)
        except (OSError, asyncio.IncompleteReadError):
            self.writer = None
            return None
        return time.perf_counter() - start if b'"ok":true' in text else None


async def play_round(server, seats, number, seconds, times, kept, kill_at=None):
    assert await asyncio.to_thread(server.do, kind="next"), "no round began"

    async def one(seat):
        await asyncio.sleep(random.uniform(0, seconds))
        value = random.randrange(2)
        taken = await seat.move(number, value)
        if taken is not None:
            times.append(taken)
            kept.append((number, seat.name, f"choose {value}"))

    async def strike():
        await asyncio.sleep(kill_at)
        await asyncio.to_thread(server.kill)

    tasks = [one(seat) for seat in seats]
    await asyncio.gather(*tasks, *([strike()] if kill_at else []))


async def main():
    binary = sys.argv[1]
    count, seconds, rounds = (
        int(sys.argv[place]) if len(sys.argv) > place else default
        for place, default in ((2, 500), (3, 5), (4, 6)))
    server = Server(binary, "chicken")
    start = time.perf_counter()
    seats = [Seat(server, f"p{n}", await asyncio.to_thread(server.join, f"p{n}"))
             for n in range(count)]
    print(f"{count} seats joined in {time.perf_counter() - start:.1f} s")
    listeners = [asyncio.create_task(seat.listen()) for seat in seats]
    await asyncio.sleep(2)
    times, kept = [], []
    for number in range(1, rounds + 1):
        await play_round(server, seats, number, seconds, times, kept)
    times.sort()
    print(f"{len(times)} moves of {count * rounds}: median {times[len(times) // 2] * 1000:.1f} ms, "
          f"99th percentile {times[int(len(times) * 0.99)] * 1000:.1f} ms, "
          f"worst {times[-1] * 1000:.1f} ms")
    print(f"memory at most {server.memory():.0f} MB; "
          f"{sum(seat.events for seat in seats) / count:.1f} updates a seat")
    before = len(kept)
    await play_round(server, seats, rounds + 1, seconds, times, kept, kill_at=seconds / 2)
    print(f"killed in mid-round after {len(kept) - before} acknowledged moves of that round")
    server.resume()
    late = []
    for seat in seats:
        if not any(entry[:2] == (rounds + 1, seat.name) for entry in kept[before:]):
            taken = await seat.move(rounds + 1, 0)
            if taken is not None:
                late.append((rounds + 1, seat.name, "choose 0"))
    # A move that was on disk but whose acknowledgment was lost is taken only as it was made.
    print(f"{len(late)} moved after the restart")
    for listener in listeners:
        listener.cancel()
    server.kill()
    table = os.path.join(server.folder, "moves.csv")
    subprocess.run([binary, "replay", server.store, "--csv", table], check=True)
    with open(table, newline="") as file:
        logged = {(int(row["round"]), row["player"], row["move"])
                  for row in csv.DictReader(file) if row["kind"] == "move"}
    lost = [entry for entry in kept + late if entry not in logged]
    print(f"{len(kept) + len(late)} acknowledged moves, {len(lost)} lost")
    sys.exit(1 if lost else 0)


asyncio.run(main())
