"""Plays games of every kind with students and a facilitator in Chromium, once by keyboard alone.

    python3 -m venv V; V/bin/pip install playwright
    V/bin/python Tests/SeminarScripts/play_in_browser.py .build/release/tumen-seminar [FOLDER]

Chromium is Debian's. Screenshots at the sizes of a desk and of a phone go to FOLDER. On every page shown,
fields have labels, text stands out from its ground, and nothing is wider than the window.
"""

import os
import sys

from playwright.sync_api import sync_playwright

from server import Server

# What a reader with a keyboard, a screen reader or weak eyes would stumble over: fields and buttons
# without a name, text of less contrast than 4.5 to 1 (WCAG 2.2, 1.4.3), targets smaller than 24 pixels
# (2.5.8), pages that scroll sideways (1.4.10), headings that skip a level.
FAULTS = """() => {
  const faults = [];
  const light = c => c.map(v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const parse = text => text.match(/[0-9.]+/g).map(Number);
  const ground = element => {
    for (; element; element = element.parentElement) {
      const color = parse(getComputedStyle(element).backgroundColor);
      if (color.length < 4 || color[3] === 1) return color.slice(0, 3);
    }
    return [255, 255, 255];
  };
  for (const field of document.querySelectorAll("input:not([type=hidden]), select, textarea, button")) {
    if (!field.offsetParent) continue;
    const name = field.getAttribute("aria-label") || (field.labels && field.labels[0]?.innerText)
      || field.innerText;
    if (!name || !name.trim()) faults.push("no name: " + field.outerHTML.slice(0, 80));
    const box = (field.labels && field.labels[0]?.matches(".choice") ? field.labels[0] : field)
      .getBoundingClientRect();
    if (box.height < 24 && field.type !== "checkbox") faults.push("small: " + field.outerHTML.slice(0, 80));
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.offsetParent || element.closest("script")) continue;
    const style = getComputedStyle(element);
    let opacity = 1;
    for (let up = element; up; up = up.parentElement) opacity *= getComputedStyle(up).opacity;
    const back = ground(element);
    const front = parse(style.color).slice(0, 3).map((v, i) => v * opacity + back[i] * (1 - opacity));
    const [one, two] = [light(front), light(back)].sort((a, b) => b - a);
    const contrast = (one + 0.05) / (two + 0.05);
    if (contrast < 4.5 && !element.disabled) {
      faults.push("contrast " + contrast.toFixed(1) + ": " + walker.currentNode.data.trim().slice(0, 40));
    }
  }
  if (document.documentElement.scrollWidth > innerWidth + 1) {
    faults.push("wider than the window: " + document.documentElement.scrollWidth);
  }
  const levels = [...document.querySelectorAll("h1, h2, h3")].map(h => Number(h.tagName[1]));
  if (levels[0] !== 1) faults.push("no first heading");
  levels.forEach((level, i) => { if (i && level > levels[i - 1] + 1) faults.push("heading skips to " + level); });
  return faults;
}"""

DESK, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}


class Room:
    """A server, a facilitator and students, a browser context each."""

    def __init__(self, browser, binary, folder, game, names, options=()):
        self.server = Server(binary, game, options=options)
        self.folder, self.game, self.browser = folder, game.split("/")[-1], browser
        self.trouble = []
        self.lead = self.page(DESK)
        self.lead.goto(self.server.address + self.server.lead)
        self.students = [self.join(name, PHONE if i % 2 else DESK) for i, name in enumerate(names)]

    def page(self, size):
        page = self.browser.new_context(viewport=size).new_page()
        page.on("console", lambda m: m.type in ("error", "warning") and self.trouble.append(m.text))
        page.on("pageerror", lambda error: self.trouble.append(str(error)))
        page.on("dialog", lambda dialog: dialog.accept())
        page.on("request", lambda r: r.url.startswith((self.server.address, "data:"))
                or self.trouble.append("outside: " + r.url))
        return page

    def join(self, name, size):
        page = self.page(size)
        page.goto(self.server.address)
        page.get_by_label("Your name").fill(name)
        page.get_by_label("The code on the wall").fill(self.server.code.lower())
        page.keyboard.press("Enter")
        page.wait_for_url("**/s/*")
        return page

    def shot(self, page, name):
        faults = page.evaluate(FAULTS)
        assert not faults, (self.game, name, faults)
        page.screenshot(path=os.path.join(self.folder, f"{self.game}-{name}.png"), full_page=True)

    def begin(self):
        self.lead.locator("#do-next").click()
        for student in self.students:
            student.get_by_text("is being played").wait_for()

    def finish(self, rounds=1):
        self.lead.get_by_text(f"Round {rounds} is over").wait_for()
        self.lead.locator("#do-reveal").click()
        for number, student in enumerate(self.students[:2]):
            student.get_by_text("Look at the debrief").wait_for()
            self.shot(student, f"student{number + 1}-after")
        self.shot(self.lead, "facilitator-after")
        self.students[0].get_by_text("Look at the debrief").click()
        self.students[0].get_by_role("heading", name="Debrief").wait_for()
        self.shot(self.students[0], "debrief-desk")
        self.students[1].get_by_text("Look at the debrief").click()
        self.students[1].get_by_role("heading", name="Debrief").wait_for()
        self.shot(self.students[1], "debrief-phone")
        self.server.stop()
        assert not self.trouble, self.trouble


def choose(page, label):
    page.locator("label.choice", has_text=label).first.click()
    page.get_by_role("button", name="Make this move").click()


def strategic(browser, binary, folder):
    room = Room(browser, binary, folder, "chicken", ["Ada", "Ben", "Cy", "Di"])
    room.shot(room.students[1], "student2-before")
    room.lead.get_by_text("4 of 4 players are here").wait_for()
    room.begin()
    ada, ben, cy, di = room.students
    ada.locator("#text").fill("half a sentence that must not be lo")
    ben.locator("#text").fill("I shall not swerve <b>!</b>")
    ben.get_by_role("button", name="Say it").click()
    ada.get_by_text("I shall not swerve <b>!</b>").wait_for()
    assert ada.locator("#text").input_value() == "half a sentence that must not be lo"
    choices = ada.locator("label.choice").all_inner_texts()
    first, last = choices[0].split()[0], choices[-1].split()[0]
    choose(ada, first)
    ada.get_by_text("It stays sealed").wait_for()
    ben.get_by_text("has moved").first.wait_for()
    room.shot(ada, "student1-sealed")
    room.shot(ben, "student2-to-move")
    room.shot(room.lead, "facilitator-playing")
    choose(ben, last)
    ben.get_by_text("Your gain").wait_for()
    choose(cy, first)
    # Di has gone: a bot takes the chair.
    di.context.close()
    room.students.pop()
    room.lead.locator("#rule1-1").select_option("careful")
    room.lead.locator("#bot1-1").click()
    room.finish()


def extensive(browser, binary, folder):
    room = Room(browser, binary, folder, "land-lease-concession", ["Ada", "Ben"])
    room.begin()
    for _ in range(30):
        if room.lead.get_by_text("Round 1 is over").count():
            break
        for student in room.students:
            if student.locator("label.choice").count():
                room.shot(student, "student-to-move")
                student.locator("label.choice").first.click()
                student.get_by_role("button", name="Make this move").click()
                student.wait_for_timeout(400)
    room.finish()


def bargaining(browser, binary, folder):
    room = Room(browser, binary, folder, "zarubino-terms", ["Ada", "Ben"])
    room.begin()
    ada, ben = room.students
    ben.locator("#issue0").select_option(index=1)
    ada.locator("#issue0").select_option(index=2)
    ada.get_by_role("button", name="Propose").click()
    ben.locator(".proposal").wait_for()
    assert ben.locator("#issue0").input_value() == "1", "what was chosen is lost"
    room.shot(ben, "student2-proposal")
    ben.get_by_role("button", name="No", exact=True).click()
    ada.get_by_text("no longer stands").wait_for()
    ben.locator("#issue0").select_option(index=0)
    ben.locator("#issue1").select_option(index=0)
    ben.get_by_role("button", name="Propose").click()
    ada.get_by_role("button", name="Yes", exact=True).click()
    ada.wait_for_timeout(500)
    room.shot(ada, "student1-answered")
    if room.lead.get_by_text("is being played").count():
        room.lead.locator("#do-closeRound").click()
    room.finish()


def bayesian(browser, binary, folder):
    room = Room(browser, binary, folder, "bluff", ["Ada", "Ben"], ["--rotate"])
    room.begin()
    ada, ben = room.students
    ada.get_by_text("which nobody else knows").wait_for()
    assert not ben.get_by_text("which nobody else knows").count()
    room.shot(ada, "student1-to-move")
    choose(ada, "fight")
    choose(ben, "yield")
    room.lead.get_by_text("Round 1 is over").wait_for()
    room.shot(ben, "student2-between")
    room.lead.locator("#do-next").click()
    ben.get_by_text("which nobody else knows").wait_for()
    ben.get_by_role("heading", name="You are Challenger").wait_for()
    choose(ada, "fight")
    choose(ben, "fight")
    room.finish(2)


def hypergame(browser, binary, folder):
    room = Room(browser, binary, folder, "misread-neighbour", ["Ada", "Ben"])
    room.begin()
    ada, ben = room.students
    ben.get_by_text("you take Row to gain").wait_for()
    room.shot(ben, "student2-to-move")
    choose(ada, "open")
    choose(ben, "arm")
    room.finish()


def division(browser, binary, folder):
    room = Room(browser, binary, folder, "islands", ["Ada", "Ben"])
    room.begin()
    ada, ben = room.students
    ben.locator("#issue1").select_option(label="China")
    ben.locator("#issue2").select_option(label="China 1/3 + Russia 2/3")
    ben.locator("#issue3").select_option(label="Russia")
    room.shot(ben, "student2-to-propose")
    ben.get_by_role("button", name="Propose").click()
    ada.locator(".proposal").wait_for()
    room.shot(ada, "student1-proposal")
    ada.get_by_role("button", name="Yes", exact=True).click()
    room.finish()


def keyboard(browser, binary, folder):
    """Nobody touches a mouse; the leader's and a student's whole session in another language."""
    server = Server(binary, "chicken", options=["--language", "de"])
    room = Room.__new__(Room)
    room.server, room.folder, room.game, room.browser, room.trouble = server, folder, "keyboard", browser, []

    def go(page, text):
        """Tabs to what has this text or name, and says where it is."""
        for _ in range(80):
            page.keyboard.press("Tab")
            name = page.evaluate(
                "() => { const e = document.activeElement; return e === document.body ? '' : (e.innerText || '') + ' ' +"
                " (e.labels?.[0]?.innerText || '') + ' ' + (e.getAttribute('aria-label') || ''); }")
            if text in name:
                assert page.evaluate(
                    "() => getComputedStyle(document.activeElement).outlineStyle !== 'none'"
                    " || document.activeElement.matches('label.choice input')"), "focus is not seen: " + text
                return
        raise AssertionError("the keyboard does not reach: " + text)

    lead = room.page(DESK)
    lead.goto(server.address + server.lead)
    seats = []
    for name in ("Ada", "Ben"):
        page = room.page(DESK)
        page.goto(server.address)
        go(page, "Ihr Name")
        page.keyboard.type(name)
        go(page, "Code")
        page.keyboard.type(server.code)
        go(page, "Eintreten")
        page.keyboard.press("Enter")
        page.wait_for_url("**/s/*")
        seats.append(page)
    go(lead, "Erste Runde")
    lead.keyboard.press("Enter")
    for page in seats:
        page.locator("label.choice").first.wait_for()
        go(page, page.locator("label.choice").first.inner_text().split()[0])
        page.keyboard.press("Space")
        page.keyboard.press("ArrowDown")
        go(page, "So ziehen")
        page.keyboard.press("Enter")
        page.wait_for_timeout(300)
    lead.get_by_text("Runde 1 ist vorbei").wait_for()
    go(lead, "Auswertung für alle")
    lead.keyboard.press("Enter")
    seats[0].get_by_text("Zur Auswertung").wait_for()
    room.shot(seats[0], "student-after")
    room.shot(lead, "facilitator-after")
    go(seats[0], "Zur Auswertung")
    seats[0].keyboard.press("Enter")
    seats[0].get_by_role("heading", name="Auswertung").wait_for()
    room.shot(seats[0], "debrief")
    server.stop()
    assert not room.trouble, room.trouble


def main():
    binary = sys.argv[1]
    folder = sys.argv[2] if len(sys.argv) > 2 else "screenshots"
    os.makedirs(folder, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for play in (strategic, extensive, bargaining, bayesian, hypergame, division, keyboard):
            play(browser, binary, folder)
            print("played:", play.__name__)
        browser.close()


main()
