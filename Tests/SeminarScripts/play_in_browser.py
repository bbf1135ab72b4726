"""Plays a strategic, an extensive and a bargaining game with students and a facilitator in Chromium.

    python3 -m venv V; V/bin/pip install playwright
    V/bin/python Tests/SeminarScripts/play_in_browser.py .build/release/tumen-seminar [FOLDER]

Chromium is Debian's. Screenshots at the sizes of a desk and of a phone go to FOLDER.
"""

import os
import sys

from playwright.sync_api import sync_playwright

from server import Server

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
        page.screenshot(path=os.path.join(self.folder, f"{self.game}-{name}.png"), full_page=True)

    def begin(self):
        self.lead.locator("#do-next").click()
        for student in self.students:
            student.get_by_text("is being played").wait_for()

    def finish(self):
        self.lead.get_by_text("Round 1 is over").wait_for()
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


def main():
    binary = sys.argv[1]
    folder = sys.argv[2] if len(sys.argv) > 2 else "screenshots"
    os.makedirs(folder, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for play in (strategic, extensive, bargaining):
            play(browser, binary, folder)
            print("played:", play.__name__)
        browser.close()


main()
