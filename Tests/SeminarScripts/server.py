"""Starts tumen-seminar for the scripts beside this file, and talks to it without a browser."""

import atexit
import http.client
import json
import os
import signal
import socket
import subprocess
import tempfile
import time
from urllib.parse import urlencode


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """A session in a process of its own; `resume` starts it again after `kill`."""

    def __init__(self, binary, *games, options=()):
        self.binary = binary
        self.folder = tempfile.mkdtemp(prefix="seminar-")
        self.store = os.path.join(self.folder, "session.sqlite")
        self.port = free_port()
        atexit.register(self.stop)
        self._start([*games, "--store", self.store, *options])

    def _start(self, words):
        self.process = subprocess.Popen(
            [self.binary, *words, "--port", str(self.port)], stdout=subprocess.PIPE, text=True)
        lines = [self.process.stdout.readline().split() for _ in range(3)]
        assert all(lines), "the server did not start"
        self.address, self.code = lines[0][-1].rstrip("/"), lines[1][-1]
        self.lead = "/f/" + lines[2][-1].rsplit("/", 1)[-1]
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return
            except OSError:
                time.sleep(0.05)
        raise RuntimeError("nobody listens")

    def resume(self):
        self._start(["resume", self.store])

    def kill(self):
        """SIGKILL: nothing is tidied up."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait()

    def ask(self, method, path, fields=None, headers=None, body=None):
        """One request: status, headers, text."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        data = body if body is not None else urlencode(fields) if fields is not None else None
        sent = {"Accept": "application/json"}
        if fields is not None:
            sent["Content-Type"] = "application/x-www-form-urlencoded"
        sent.update(headers or {})
        try:
            connection.request(method, path, data, sent)
            reply = connection.getresponse()
            return reply.status, dict(reply.getheaders()), reply.read().decode("utf-8", "replace")
        finally:
            connection.close()

    def join(self, name):
        """The path of a new seat."""
        status, headers, _ = self.ask("POST", "/join", {"name": name, "code": self.code})
        assert status == 303, (status, name)
        return headers["Location"]

    def lead_page(self):
        """The facilitator's page."""
        return self.ask("GET", "/lead", headers={"Cookie": "lead=" + self.lead[3:]})[2]

    def memory(self):
        """The most memory that the server has held, in MB."""
        with open(f"/proc/{self.process.pid}/status") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1024

    def do(self, **fields):
        """The facilitator asks for something; true if it is done."""
        status, _, text = self.ask("POST", self.lead + "/do", fields)
        return status == 200 and json.loads(text)["ok"]

    def live(self, seat, seconds=2):
        """The first regions that a seat's stream sends, as text."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=seconds)
        connection.request("GET", seat + "/live")
        reply = connection.getresponse()
        line = b""
        while not line.startswith(b"data:"):
            line = reply.readline()
        connection.close()
        return json.dumps(json.loads(line[5:]), ensure_ascii=False)
