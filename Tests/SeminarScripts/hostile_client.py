"""Tries to cheat a seminar in the ways named below, and fails in all of them.

    python3 Tests/SeminarScripts/hostile_client.py .build/release/tumen-seminar
"""

import json
import os
import resource
import socket
import statistics
import subprocess
import sys
import threading
import time

from server import Server

ways = []


def way(words):
    def keep(function):
        ways.append((words, function))
        return function
    return keep


def move(server, seat, **fields):
    return server.ask("POST", seat + "/move", {"round": 1, "step": 0, "kind": "choose", **fields})


def seen(server, seat):
    """All that a seat can look at."""
    return server.ask("GET", seat)[2] + server.live(seat)


class Scene:
    """A session of a game with briefs: three seats, the first of which has moved."""

    def __init__(self, binary):
        self.server = Server(binary, "zarubino-lease")
        self.seats = [self.server.join(name) for name in ("Eve", "Ann", "Bob", "Cy")]
        assert self.server.do(kind="next")
        # Ann, who is Russia, refuses; Eve, who is China, wants to know.
        assert move(self.server, self.seats[1], value=2)[0] == 200
        self.eve, self.ann = self.seats[0], self.seats[1]


@way("read another's brief in the page, the stream or the script")
def briefs(scene):
    text = seen(scene.server, scene.eve) + scene.server.ask("GET", "/seminar.js")[2]
    assert "You need a port" in text
    assert "Rajin is a ruin" not in text and "Nobody invests with you" not in text


@way("read a sealed move: the page says the same whatever it was")
def sealed(scene):
    other = Server(scene.server.binary, "zarubino-lease")
    seats = [other.join(name) for name in ("Eve", "Ann", "Bob", "Cy")]
    other.do(kind="next")
    assert move(other, seats[1], value=0)[0] == 200
    one = scene.server.ask("GET", scene.eve)[2].replace(scene.eve, "SEAT")
    two = other.ask("GET", seats[0])[2].replace(seats[0], "SEAT")
    other.stop()
    assert one == two


@way("read the solution before the reveal")
def solution(scene):
    assert scene.server.ask("GET", scene.eve + "/debrief")[0] == 404
    text = seen(scene.server, scene.eve)
    for word in ("equilibri", "predicted", "regret", "Not an equilibrium", "as recorded"):
        assert word not in text, word


@way("read the story and the record before they are told")
def story(scene):
    assert "asks Russia for a lease of" not in seen(scene.server, scene.eve)


@way("learn another's token, the leader's token or the code")
def tokens(scene):
    text = seen(scene.server, scene.eve)
    for secret in (scene.ann[3:], scene.server.lead[3:], scene.server.code):
        assert secret not in text


@way("use a seat's token on the leader's door")
def wrong_door(scene):
    token = scene.eve[3:]
    for path in (f"/f/{token}", f"/f/{token}/live", f"/f/{token}/debrief", f"/f/{token}/export.csv",
                 f"/s/{token}/export.csv", f"/s/{token}/do"):
        assert scene.server.ask("GET", path)[0] == 404, path
    assert scene.server.ask("POST", f"/s/{token}/do", {"kind": "reveal"})[0] == 404
    assert scene.server.ask("POST", f"/f/{token}/do", {"kind": "reveal"})[0] == 404


@way("move for another by naming its actor, table or player")
def impersonate(scene):
    move(scene.server, scene.eve, value=0, actor=2, table=0, player=2)
    page = scene.server.ask("GET", scene.seats[2])[2]
    assert "Make this move" in page


@way("change a move that was made")
def change(scene):
    assert move(scene.server, scene.ann, value=0)[0] == 409


@way("make a move that there is not")
def no_such_move(scene):
    for value in ("99", "-1", "9223372036854775808", "1e3", "", "0;DROP TABLE event", "\u0661"):
        assert move(scene.server, scene.seats[2], value=value)[0] == 409, value
    for kind in ("propose", "unite", "answer", "leave", "pass", "__proto__", ""):
        status = move(scene.server, scene.seats[2], kind=kind, issue0=0, member0=1, proposal=0,
                      yes=1)[0]
        assert status == 409, kind


@way("move in a round that is over or has not begun")
def other_round(scene):
    for number in (0, 2, -1, 10**30):
        assert move(scene.server, scene.seats[2], value=0, round=number)[0] == 409, number


@way("have another site send a form (wrong Origin, Sec-Fetch-Site)")
def foreign(scene):
    for headers in ({"Origin": "https://evil.example"}, {"Origin": "null"},
                    {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"},
                    {"Origin": "http://127.0.0.1:1"}):
        status = scene.server.ask(
            "POST", scene.seats[2] + "/move", {"round": 1, "step": 0, "kind": "choose", "value": 0},
            headers)[0]
        assert status == 403, headers


@way("point a name of one's own at the server (DNS rebinding)")
def rebinding(scene):
    for host in ("evil.example", "evil.example:8017", "127.0.0.1.evil.example", "localhost.evil"):
        assert scene.server.ask("GET", "/", headers={"Host": host})[0] == 421, host


@way("climb out of the site's folders")
def traversal(scene):
    for path in ("/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/seminar.css/../../etc/passwd",
                 "//etc/passwd", "/s/../f/", "/..%2f..%2fetc%2fpasswd", "/session.sqlite",
                 scene.eve + "/../../session.sqlite", "/%00", "/s/" + "a" * 4000):
        status, _, text = scene.server.ask("GET", path)
        assert "root:" not in text and "SQLite" not in text
        assert status in (404, 400, 200) and (status != 200 or "Join" in text), (path, status)


@way("put markup or script into a name or a message")
def markup(scene):
    attack = "<img src=x onerror=alert(1)></p><script>alert(2)</script>\"'&"
    seat = scene.server.join(attack[:40])
    assert scene.server.ask("POST", scene.ann + "/say", {"text": attack, "to": ""})[0] == 200
    for text in (scene.server.ask("GET", scene.eve)[2], scene.server.ask("GET", seat)[2],
                 scene.server.lead_page()):
        assert "<img" not in text and "<script>" not in text
    headers = scene.server.ask("GET", scene.eve)[1]
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy


@way("read a message between two others, or one at another table")
def eavesdrop(scene):
    scene.server.ask("POST", scene.ann + "/say", {"text": "for north korea alone", "to": "2"})
    scene.server.ask("POST", scene.seats[3] + "/say", {"text": "at table two", "to": ""})
    text = seen(scene.server, scene.eve)
    assert "for north korea alone" not in text and "at table two" not in text
    assert "for north korea alone" in seen(scene.server, scene.seats[2])


@way("send a message to nobody, to oneself or from another")
def false_message(scene):
    for to in ("99", "-1", "0", "x"):
        status = scene.server.ask("POST", scene.eve + "/say", {"text": "hello", "to": to})[0]
        assert status == 409, to


@way("flood with large forms, many fields, endless names and messages")
def large(scene):
    server = scene.server
    big = b"value=" + b"a" * 3_000_000
    for body in (big, b"a=1&" * 5000):
        status = server.ask("POST", scene.eve + "/move", body=body,
                            headers={"Content-Type": "application/x-www-form-urlencoded"})[0]
        assert status == 413, status
    assert server.ask("POST", "/join", {"name": "x" * 5000, "code": server.code})[0] == 409
    assert server.ask("POST", scene.eve + "/say", {"text": "x" * 5000})[0] == 409
    assert server.ask("GET", "/")[0] == 200


@way("send forms faster than people do")
def flood(scene):
    codes = [scene.server.ask("POST", scene.seats[3] + "/say", {"text": str(n)})[0]
             for n in range(80)]
    assert codes.count(200) <= 20 and 429 in codes


@way("send broken requests")
def broken(scene):
    for text in (b"\r\n\r\n", b"GET\r\n\r\n", b"POST /join HTTP/1.1\r\nContent-Length: -5\r\n\r\n",
                 b"POST /join HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0",
                 b"\x00\xff" * 2000, b"POST /join HTTP/1.1\r\nHost: localhost\r\n"
                 b"Content-Length: 4\r\n\r\n%%%%"):
        with socket.create_connection(("127.0.0.1", scene.server.port), 5) as raw:
            raw.sendall(text)
            raw.settimeout(1)
            try:
                raw.recv(1000)
            except OSError:
                pass
    assert scene.server.ask("GET", "/")[0] == 200


# What the server may hold at most, in MB, whatever is sent to it.
MOST_MEMORY = 150


def pour(scene, head, more, connections=40, megabytes=20):
    """Many connections send `head`, then `more` again and again; meanwhile others are served."""
    block = more * (65536 // len(more))

    def one():
        try:
            with socket.create_connection(("127.0.0.1", scene.server.port), 5) as raw:
                raw.settimeout(5)
                raw.sendall(head)
                for _ in range(megabytes * 16):
                    raw.sendall(block)
        except OSError:
            pass

    threads = [threading.Thread(target=one) for _ in range(connections)]
    for thread in threads:
        thread.start()
    slowest = 0
    while any(thread.is_alive() for thread in threads):
        start = time.perf_counter()
        assert scene.server.ask("GET", "/")[0] == 200
        slowest = max(slowest, time.perf_counter() - start)
        time.sleep(0.05)
    assert slowest < 3, f"others waited {slowest:.1f} s"
    assert scene.server.memory() < MOST_MEMORY, f"{scene.server.memory():.0f} MB"


@way("fill the memory with a header line that does not end")
def endless_line(scene):
    pour(scene, b"GET / HTTP/1.1\r\nHost: localhost\r\nX: ", b"a")
    pour(scene, b"", b"G")


@way("fill the memory with millions of headers")
def endless_headers(scene):
    pour(scene, b"GET / HTTP/1.1\r\nHost: localhost\r\n", b"a: b\r\n")
    pour(scene, b"", b"\r\n")


@way("fill the memory with a body that does not end, announced or in chunks")
def endless_body(scene):
    start = b"POST /join HTTP/1.1\r\nHost: localhost\r\n"
    pour(scene, start + b"Content-Length: 999999999999\r\n\r\n", b"name=a&")
    pour(scene, start + b"Transfer-Encoding: chunked\r\n\r\n", b"8\r\nname=ab&\r\n")


@way("keep others out by thousands of connections that never finish a request (slow loris)")
def slow_loris(scene):
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    held = []
    try:
        for number in range(min(3300, hard - 200)):
            raw = socket.create_connection(("127.0.0.1", scene.server.port), 5)
            raw.sendall((b"", b"GET / HT", b"POST /join HTTP/1.1\r\nHost: localhost\r\n"
                         b"Content-Length: 16000\r\n\r\n" + b"a" * 9000)[number % 3])
            held.append(raw)
        for _ in range(20):
            start = time.perf_counter()
            assert scene.server.ask("GET", scene.ann)[0] == 200
            assert time.perf_counter() - start < 2
        held[-2].settimeout(20)
        # It sends a byte a second; the request must be whole within 15 s all the same.
        start = time.perf_counter()
        try:
            while time.perf_counter() - start < 25:
                held[-2].sendall(b"T")
                time.sleep(1)
        except OSError:
            pass
        assert time.perf_counter() - start < 22, "a slow request is waited for"
    finally:
        for raw in held:
            raw.close()
    assert scene.server.memory() < MOST_MEMORY, f"{scene.server.memory():.0f} MB"


@way("smuggle a second request in the first by lines that readers take differently")
def smuggle(scene):
    start = b"POST /join HTTP/1.1\r\nHost: localhost\r\n"
    for head in (b"Content-Length: 3\r\nContent-Length: 0\r\n", b"Content-Length : 0\r\n",
                 b"Content-Length: +3\r\n", b"Content-Length: 3\nX: y\r\n", b" folded: x\r\n",
                 b"Content-Length: 0\r\nTransfer-Encoding: chunked\r\n", b"X: a\x00b\r\n"):
        with socket.create_connection(("127.0.0.1", scene.server.port), 5) as raw:
            raw.settimeout(5)
            raw.sendall(start + head + b"\r\nabcGET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
            answer = b""
            try:
                while part := raw.recv(65536):
                    answer += part
            except OSError:
                pass
        assert answer.startswith((b"HTTP/1.1 400", b"HTTP/1.1 411")), (head, answer[:40])
        assert answer.count(b"HTTP/1.1 ") == 1, head


@way("open streams until none are left")
def streams(scene):
    held = []
    codes = []
    for _ in range(20):
        raw = socket.create_connection(("127.0.0.1", scene.server.port), 5)
        raw.sendall(f"GET {scene.eve}/live HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        codes.append(raw.recv(15).decode())
        held.append(raw)
    for raw in held:
        raw.close()
    assert sum("429" in code for code in codes) >= 10
    assert scene.server.ask("GET", scene.ann)[0] == 200


@way("tell from how long errors take whether a token exists")
def timing(scene):
    def median(path):
        times = []
        for _ in range(15):
            start = time.perf_counter()
            scene.server.ask("GET", path)
            times.append(time.perf_counter() - start)
        return statistics.median(times)
    token = scene.ann[3:]
    near, far = median(f"/f/{token[:-1]}a"), median("/f/" + "z" * 32)
    assert abs(near - far) < 0.02, (near, far)
    one = scene.server.ask("GET", f"/f/{token}")
    two = scene.server.ask("GET", "/f/" + "z" * 32)
    assert one[0] == two[0] and one[2] == two[2]


@way("reveal, close or lead without the leader's token")
def lead(scene):
    for path in ("/f//do", "/f/do", "/do", "/f/" + "a" * 32 + "/do"):
        assert scene.server.ask("POST", path, {"kind": "reveal"})[0] in (404, 429), path
    assert scene.server.ask("GET", scene.ann + "/debrief")[0] in (404, 429)


@way("copy the leader's token off the wall, or enter with a seat's token as the cookie")
def cookie(scene):
    assert "Let a bot play" in scene.server.lead_page()
    assert scene.server.lead[3:] not in scene.server.lead_page()
    for token in (scene.eve[3:], "", "lead", scene.server.code):
        for path in ("/lead", "/lead/export.csv", "/lead/debrief"):
            status = scene.server.ask("GET", path, headers={"Cookie": f"lead={token}"})[0]
            assert status in (404, 429), (path, token)


@way("start a second server at a port that is taken, to leave files behind")
def taken(scene):
    store = scene.server.store + ".second"
    second = subprocess.run(
        [scene.server.binary, "zarubino-lease", "--store", store, "--port", str(scene.server.port)],
        capture_output=True, text=True, timeout=30)
    assert second.returncode == 2 and second.stdout == "", second
    assert second.stderr.count("\n") == 1 and "is taken" in second.stderr, second.stderr
    assert not [name for name in os.listdir(scene.server.folder) if "second" in name]


@way("guess the code")
def guess(scene):
    codes = [scene.server.ask("POST", "/join", {"name": f"g{n}", "code": "AAAAAA"})[0]
             for n in range(40)]
    assert 303 not in codes and codes[-1] == 429


def main():
    scene = Scene(sys.argv[1])
    failed = 0
    for words, attempt in ways:
        try:
            attempt(scene)
            print("refused:", words)
        except AssertionError as trouble:
            failed += 1
            print("SUCCEEDED:", words, trouble)
    print(f"the server held {scene.server.memory():.0f} MB at most; {MOST_MEMORY} are allowed")
    scene.server.stop()
    print(f"{len(ways) - failed} of {len(ways)} ways refused")
    sys.exit(1 if failed else 0)


main()
