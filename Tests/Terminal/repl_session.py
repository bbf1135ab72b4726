"""A conversation with `tumen repl` through a pseudo-terminal, as a person has it: editing, history,
completion, a pasted table with tabs, Ctrl-C, colour, quit; and the same lines through a pipe.

    python3 Tests/Terminal/repl_session.py .build/release/tumen

Ends with status 1 and says what is missing if something is not as it should be.
"""

import os
import pty
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time

PROMPT = "tumen> "
ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[=>]|\r")


class Terminal:
    """A program in a pseudo-terminal."""

    def __init__(self, words, environment):
        self.text = ""
        pid, self.descriptor = pty.fork()
        if pid == 0:
            os.execve(words[0], words, environment)
        self.pid = pid

    def read_until(self, wanted, seconds=20):
        """What is printed up to and with `wanted`; fails the test if it does not come."""
        end = time.monotonic() + seconds
        seen = ""
        while wanted not in ESCAPES.sub("", seen):
            ready, _, _ = select.select([self.descriptor], [], [], max(0, end - time.monotonic()))
            if not ready:
                raise AssertionError(f"waited for {wanted!r} and got {seen!r}")
            try:
                part = os.read(self.descriptor, 65536).decode("utf-8", "replace")
            except OSError:
                part = ""
            if not part:
                raise AssertionError(f"ended before {wanted!r}; got {seen!r}")
            seen += part
        self.text += seen
        return ESCAPES.sub("", seen), seen

    def send(self, text):
        # The prompt is there a moment before the editor listens to every key.
        time.sleep(0.15)
        os.write(self.descriptor, text.encode())

    def wait(self):
        """The exit status; what is still printed is read first."""
        while True:
            try:
                part = os.read(self.descriptor, 65536)
            except OSError:
                break
            if not part:
                break
            self.text += part.decode("utf-8", "replace")
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


def expect(condition, what, seen=""):
    if not condition:
        raise AssertionError(f"{what}\n{seen}")
    print("ok", what)


def environment(home, **more):
    chosen = {key: os.environ[key] for key in ("PATH", "LD_LIBRARY_PATH") if key in os.environ}
    chosen.update(HOME=home, TERM="xterm", LANG="C.UTF-8", TUMEN_HOME=os.getcwd(), **more)
    return chosen


def conversation(tumen, home):
    terminal = Terminal([tumen, "repl"], environment(home))
    seen, _ = terminal.read_until(PROMPT)
    expect("help lists what can be said" in seen, "the first line says how to get help", seen)

    terminal.send("load chicken\n")
    seen, raw = terminal.read_until("best reply\n" + PROMPT)
    expect("Chicken (textbook/chicken)" in seen, "load shows the game", seen)
    expect("\x1b[1m" in raw, "a terminal gets colour")

    terminal.send("nsah\n")
    seen, _ = terminal.read_until("\n" + PROMPT)
    expect('did you mean "nash"?' in seen, "a misspelt command is forgiven", seen)

    def answer(typed):
        terminal.send(typed)
        return terminal.read_until("\n" + PROMPT)[0]

    seen = answer("naXsh\x1b[D\x1b[D\x7f\n")  # two to the left, rub out the X
    expect("nash: complete" in seen, "a line can be edited", seen)
    seen = answer("\x1b[A\n")
    expect("nash: complete" in seen, "the line before comes back", seen)
    seen = answer("thr\tr 0..1\n")
    expect("pure equilibria as r runs from 0 to 1" in seen, "a command is completed", seen)
    seen = answer("load zarubino-l\t\n")
    expect("Forty-nine years at Zarubino" in seen, "a game is completed", seen)
    seen = answer("set raj\t1/3\n")
    expect("rajin = 1/3" in seen, "a parameter is completed", seen)

    terminal.send("matrix hunt:\n\tstag\thare\nstag\t4,4\t0,3\nhare\t3,0\t3,3\n\n")
    seen, _ = terminal.read_until("best reply\n" + PROMPT)
    expect("Row \\ Col  stag    hare" in seen, "a table can be pasted with its tabs", seen)

    terminal.send("nash\x03")
    time.sleep(0.3)
    terminal.send("\n")
    time.sleep(0.5)
    terminal.send("set\n")
    seen, _ = terminal.read_until("the game has no parameters\n" + PROMPT)
    expect(True, "Ctrl-C does not end the conversation")

    terminal.send("\x04")
    expect(terminal.wait() == 0, "Ctrl-D ends it, with status 0 whatever was misspelt")
    with open(os.path.join(home, ".tumen_history")) as file:
        history = file.read()
    expect("load" in history and "thresholds" in history, "the history is kept at home", history)

    terminal = Terminal([tumen, "repl"], environment(home, NO_COLOR="1"))
    terminal.read_until(PROMPT)
    terminal.send("\x1b[A\x1b[A\n")
    terminal.read_until(PROMPT)
    terminal.send("load chicken\nshow\n")
    _, raw = terminal.read_until("best reply\n" + PROMPT)
    expect("\x1b[1m" not in raw and "\x1b[2m" not in raw, "NO_COLOR is honoured")
    terminal.send("quit\n")
    expect(terminal.wait() == 0, "quit ends it")


def same_through_a_pipe(tumen, home):
    lines = "load chicken\nnash\nrelative snidal r=1/2\nwhy C,C\nplot replies\n"
    piped = subprocess.run(
        [tumen, "repl"], input=lines, text=True, capture_output=True, env=environment(home))
    expect(piped.returncode == 0 and not piped.stderr, "a pipe ends with status 0", piped.stderr)
    expect("\x1b" not in piped.stdout, "a pipe gets no colour")
    terminal = Terminal([tumen, "repl"], environment(home, NO_COLOR="1"))
    terminal.read_until(PROMPT)
    answers = ""
    for line in lines.splitlines():
        terminal.send(line + "\n")
        seen, _ = terminal.read_until("\n" + PROMPT)
        answers += seen.replace(PROMPT, "").split("\n", 1)[1]
    terminal.send("quit\n")
    terminal.wait()
    expect(answers == piped.stdout, "the answers at a terminal and from a pipe are the same",
           f"{answers!r}\n{piped.stdout!r}")
    broken = subprocess.run(
        [tumen, "repl"], input="load chicken\nfoo\nnash\n", text=True, capture_output=True,
        env=environment(home))
    expect(broken.returncode == 2 and "line 2" in broken.stderr and "nash" in broken.stdout,
           "from a pipe an error names its line, and the rest is done", broken.stderr)
    expect(not os.path.exists(os.path.join(home, "nothing")), "nothing is left behind")


def main():
    tumen = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else ".build/debug/tumen")
    home = tempfile.mkdtemp(prefix="tumen-terminal-")
    try:
        conversation(tumen, home)
        os.remove(os.path.join(home, ".tumen_history"))
        same_through_a_pipe(tumen, home)
    except AssertionError as error:
        print("FAILED", error)
        sys.exit(1)
    finally:
        shutil.rmtree(home)


main()
