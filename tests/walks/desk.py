"""One person at one screen: a browser window that complains about everything a user would not see."""

from dataclasses import dataclass, field
from typing import Any

from axe_playwright_python.sync_playwright import Axe

from tests.world import PASSWORD

SERIOUS = {"serious", "critical"}


@dataclass
class Window:
    """A browser window of its own, with the language and the width of its owner."""

    chromium: Any
    site: str
    language: str
    width: int
    faults: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        locale = {"nl": "nl-NL", "en": "en-GB"}[self.language]
        self.context = self.chromium.new_context(viewport={"width": self.width, "height": 900}, locale=locale)
        self.page = self.context.new_page()
        self.page.set_default_timeout(10_000)
        self.page.on("pageerror", lambda error: self.faults.append(f"script: {error}"))
        self.page.on("console", self._listen)
        self.page.on("request", self._watch)

    def _listen(self, message: Any) -> None:
        # The browser itself reports a refused form (422) as a failed load; that is our answer, not a fault.
        if message.type == "error" and "422" not in message.text:
            self.faults.append(f"console: {message.text}")

    def _watch(self, request: Any) -> None:
        if not request.url.startswith((self.site, "data:")):
            self.faults.append(f"asked another host: {request.url}")

    def sign_in(self, email: str, password: str = PASSWORD) -> "Window":
        self.go("/account/sign-in/")
        self.page.fill("input[name=login]", email)
        self.page.fill("input[name=password]", password)
        self.press("main button.btn-primary")
        return self

    def go(self, path: str) -> "Window":
        self.page.goto(f"{self.site}{path}")
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

    def look(self) -> "Window":
        """What every page must hold to: no fault for a screen reader, nothing that sticks out, nothing untranslated."""
        self.page.wait_for_load_state()
        for one in Axe().run(self.page).response["violations"]:
            if one["impact"] in SERIOUS:
                self.faults.append(f"axe at {self.page.url}: {one['id']} {one['nodes'][0]['html'][:150]}")
        sticks_out = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if sticks_out > 1:
            self.faults.append(f"{self.page.url} is {sticks_out} px wider than the screen")
        if self.page.get_attribute("html", "lang") != self.language:
            self.faults.append(f"{self.page.url} is not in {self.language}")
        return self

    @property
    def text(self) -> str:
        return self.page.inner_text("main")

    @property
    def path(self) -> str:
        return self.page.url.removeprefix(self.site)
