"""One person at one screen: a browser window that complains about everything a user would not see."""

import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from django.test import Client

from tests.world import PASSWORD

SERIOUS = {"serious", "critical"}
LIGHT = "{resultTypes: ['violations'], iframes: false}"
DARK = "{runOnly: ['color-contrast'], iframes: false}"
# A folder to keep a picture of every page in, to look at the walk afterwards.
SHOTS = os.environ.get("INTERREGNUM_SHOTS")
# Words that stand in headings and on buttons of one language, and in no name of the tests.
WORDS_OF = {
    "en": ("Save", "Request", "Requests", "Manager agreed", "Send", "Sign", "What", "The", "Your", "Go", "Week of"),
    "nl": ("Opslaan", "Aanvraag", "Aanvragen", "Versturen", "Ondertekenen", "Wat", "Uw", "Ga naar", "Toevoegen"),
}


# Words that stand under each other, a letter or two to a line.
SQUEEZED = """[...document.querySelectorAll("main a, main td, main li")].filter(one => {
    const box = one.getBoundingClientRect();
    return one.innerText.length > 12 && box.width > 0 && box.width < 40 && box.height > 160;
}).map(one => one.innerText.slice(0, 40))"""


@dataclass
class Window:
    """A browser window of its own, with the language and the width of its owner."""

    chromium: Any
    site: str
    language: str
    width: int
    scans: bool = False
    faults: list[str] = field(default_factory=list)
    looks: int = 0

    def __post_init__(self) -> None:
        locale = {"nl": "nl-NL", "en": "en-GB"}[self.language]
        # No film of a page that comes in: half-transparent words have too little contrast, and only for a moment.
        self.context = self.chromium.new_context(
            viewport={"width": self.width, "height": 900}, locale=locale, reduced_motion="reduce"
        )
        self.page = self.context.new_page()
        self.page.set_default_timeout(10_000)
        self.page.on("pageerror", lambda error: self.faults.append(f"script: {error}"))
        self.page.on("console", self._listen)
        self.page.on("request", self._watch)

    def _listen(self, message: Any) -> None:
        # The browser itself reports a refused form (422) and a link that is over (410) as a failed load; these are our
        # answers, not faults.
        if message.type == "error" and not re.search(r"status of (410|422)\b", message.text):
            self.faults.append(f"console at {self.page.url}: {message.text}")

    def _watch(self, request: Any) -> None:
        if not request.url.startswith((self.site, "data:")):
            self.faults.append(f"asked another host: {request.url}")

    def sign_in(self, email: str, password: str = PASSWORD) -> "Window":
        if "/account/sign-in/" not in self.page.url:
            self.go("/account/sign-in/")
        self.page.fill("input[name=login]", email)
        self.page.fill("input[name=password]", password)
        return self.press("main button.btn-primary")

    def enter(self, browser: Client) -> "Window":
        """Go on with the session of a test browser, without the page to sign in."""
        cookie = {"name": "sessionid", "value": browser.cookies["sessionid"].value, "url": self.site}
        self.context.add_cookies([cookie])
        return self

    def go(self, path: str) -> "Window":
        self.page.goto(f"{self.site}{path.removeprefix(self.site)}")
        return self.look()

    def press(self, selector: str) -> "Window":
        """Press a button or link and wait for the page that it leads to."""
        with self.page.expect_navigation():
            self.page.locator(selector).first.click()
        return self.look()

    def fill(self, **values: str) -> "Window":
        for name, value in values.items():
            self.page.fill(f"[name={name}]", value)
        return self

    def tick(self, *names_and_values: tuple[str, str]) -> "Window":
        for name, value in names_and_values:
            self.page.check(f"[name={name}][value={value}]")
        return self

    def slide(self, name: str, value: int) -> "Window":
        """Move one slider of a role mix; the others give way."""
        self.page.locator(f"[name={name}]").evaluate(
            "(slider, to) => { slider.value = to; slider.dispatchEvent(new Event('input', {bubbles: true})); }",
            str(value),
        )
        return self

    def look(self) -> "Window":
        """What every page must hold to: no fault for a screen reader, nothing that sticks out, nothing untranslated."""
        self.page.wait_for_load_state()
        self.looks += 1
        if SHOTS:
            self.page.screenshot(
                path=Path(SHOTS) / f"{self.language}-{id(self) % 997}-{self.looks:02}.png", full_page=True
            )
        # Every page as it stands is scanned in test_pages.py; on a walk, what only a walk brings about.
        if self.scans or self.page.locator(".error-summary, dialog[open]").count():
            self.ask_axe(LIGHT)
        self.measure()
        if self.page.get_attribute("html", "lang") != self.language:
            self.faults.append(f"{self.page.url} is not in {self.language}")
        other = WORDS_OF["en" if self.language == "nl" else "nl"]
        for words in self.page.locator("h1, h2, h3, legend, th, dt, label, button, .btn").all_inner_texts():
            if re.search(rf"(?<!\w)({'|'.join(other)})(?!\w)", words):
                self.faults.append(f"{self.page.url} has {words!r} in the other language")
        return self

    def look_again(self, *, widths: tuple[int, ...], dark: bool) -> "Window":
        """The same page on other screens, and in the dark."""
        for width in widths:
            self.page.set_viewport_size({"width": width, "height": 900})
            self.measure()
        if dark:
            self.page.evaluate("document.documentElement.dataset.theme = 'dark'")
            self.ask_axe(DARK)
        self.page.set_viewport_size({"width": self.width, "height": 900})
        return self

    def ask_axe(self, options: str) -> None:
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(Axe().axe_script)
        for one in self.page.evaluate(f"axe.run(document, {options}).then((found) => found.violations)"):
            if one["impact"] in SERIOUS:
                node = one["nodes"][0]
                self.faults.append(
                    f"axe at {self.page.url}: {one['id']} {node['html'][:150]} {node['failureSummary'][:300]}"
                )

    def measure(self) -> None:
        sticks_out = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if sticks_out > 1:
            width = self.page.viewport_size["width"]
            self.faults.append(f"{self.page.url} is {sticks_out} px wider than a screen of {width}")
        if squeezed := self.page.evaluate(SQUEEZED):
            self.faults.append(f"{self.page.url} squeezes words into a column: {squeezed}")

    @property
    def text(self) -> str:
        return self.page.inner_text("main")

    @property
    def path(self) -> str:
        return self.page.url.removeprefix(self.site)
