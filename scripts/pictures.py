"""The pictures of the documents: taken from the demonstration firm in headless Chromium.

python scripts/pictures.py
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PORT = 8095
SITE = f"http://127.0.0.1:{PORT}"
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]


def main() -> None:
    chromium = os.environ.get("INTERREGNUM_CHROMIUM") or shutil.which("chromium")
    if not chromium:
        raise SystemExit("No Chromium on this machine: `make browser` installs it.")
    data = Path(tempfile.mkdtemp(prefix="interregnum-pictures-"))
    environment = os.environ | {"INTERREGNUM_DATA": str(data)}
    command = [sys.executable, "-m", "interregnum", "run", "--port", str(PORT)]
    server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    try:
        wait_for_server()
        sign_ins = {role: (email, word) for role, email, word in json.loads(sign_ins_of(data))}
        take(chromium, *sign_ins["client"])
    finally:
        server.terminate()
        server.wait(timeout=30)
        shutil.rmtree(data, ignore_errors=True)


def sign_ins_of(data: Path) -> str:
    return (data / "demonstration-sign-ins.json").read_text("utf-8")


def wait_for_server() -> None:
    for _ in range(600):
        try:
            urllib.request.urlopen(f"{SITE}/", timeout=5).read()
            return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("The server did not start.")


def take(chromium: str, email: str, password: str) -> None:
    """What the client sees of the assignment that has been under way for longest."""
    from playwright.sync_api import sync_playwright

    target = ROOT / "docs" / "pictures"
    target.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        page = browser.new_context(viewport={"width": 1280, "height": 1100}, locale="en-GB").new_page()
        page.goto(f"{SITE}/account/sign-in/")
        page.fill("input[name=login]", email)
        page.fill("input[name=password]", password)
        page.click("main button.btn-primary")
        page.click("table.table tbody a")
        page.wait_for_load_state("networkidle")
        page.screenshot(path=target / "assignment.png")
        browser.close()


if __name__ == "__main__":
    main()
