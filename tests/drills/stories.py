"""People at work in a drill: each keeps a ledger of what the server has acknowledged, and sends again what it has not.

What is sent again carries the mark of the first form, as a browser's second press does.
"""

import json
import re
import threading
import time
import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from interregnum.kernel.period import local_day
from tests.drills.served import NO_ANSWER, Answer, Caller, Served
from tests.house.forms_of_asking import PROBLEM
from tests.house.forms_of_briefs import BRIEF
from tests.house.forms_of_profiles import MANDATE, WEEK

# After so many seconds without an acknowledgement something else is wrong than a server that was killed.
PATIENCE = 120
PAUSE = 0.05
CODE = re.compile(r"^(\d{3}) (\d{3})$", re.MULTILINE)


@dataclass
class Ledger:
    """Lines of [step, code, mark], each written down in the moment of the server's yes."""

    path: Path
    over: threading.Event = field(default_factory=threading.Event)
    count: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, step: str, code: str, mark: str = "") -> None:
        with self._lock, self.path.open("a") as book:
            book.write(json.dumps([step, code, mark]) + "\n")
            self.count += 1


class Story(threading.Thread):
    """One thread of work. `fault` is what it could not understand; being left without an answer is no fault."""

    def __init__(self, served: Served, firm: dict[str, Any], ledger: Ledger) -> None:
        super().__init__(daemon=True)
        self.served, self.firm, self.ledger = served, firm, ledger
        self.people = {name: Caller(served.port, key) for name, key in firm["sessions"].items()}
        self.fault: Exception | None = None

    def run(self) -> None:
        try:
            while not self.ledger.over.is_set():
                self.once()
        except StoppedError:
            pass
        except Exception as error:
            self.fault = error
            self.ledger.over.set()

    def once(self) -> None:
        raise NotImplementedError

    def send(self, who: str, path: str, *, shown_at: str = "", **typed: Any) -> str:
        """Fill in the form of a page (of another page: `shown_at`) and send it until it is acknowledged.

        Returns where the answer leads.
        """
        form = self.until(lambda: self.people[who].form(shown_at or path, **typed))
        form["once"] = uuid.uuid4().hex
        answer: Answer = self.until(lambda: self._post(who, path, form))
        return answer.location

    def _post(self, who: str, path: str, form: dict[str, Any]) -> Answer | None:
        answer = self.people[who].post(path, form)
        if answer.status >= 500:
            return None
        assert answer.status == 302, (answer.status, who, path, _why(answer.page))
        return answer

    def until(self, act: Any) -> Any:
        """What `act` gives, tried again as long as nobody answers or it gives None."""
        until = time.monotonic() + PATIENCE
        while True:
            try:
                if (found := act()) is not None:
                    return found
            except NO_ANSWER:
                pass
            if self.ledger.over.is_set():
                raise StoppedError
            if time.monotonic() > until:
                raise TimeoutError("no acknowledgement")
            time.sleep(PAUSE)

    def found(self, question: str) -> str:
        """One code from the database, as soon as it is there."""

        def look() -> str | None:
            rows = self.served.house.rows(question)
            return str(rows[0][0]) if rows else None

        return str(self.until(look))


class StoppedError(Exception):
    """The drill is over in the middle of a story."""


class WholeLife(Story):
    """From a problem in plain words to an assignment with both signatures: fourteen forms."""

    def once(self) -> None:
        note, mark = self.ledger.note, uuid.uuid4().hex
        request = _code(self.send("carla", "/client/requests/new/", text=f"{PROBLEM['text']} {mark}"))
        note("asked", request, mark)
        self.send("anton", f"/bureau/requests/{request}/", organisation_name="Bank De Proef")
        note("confirmed", request)
        page = f"/bureau/requests/{request}"
        self.send("bea", f"{page}/brief/", shown_at=f"{page}/intake/", reason="De rest komt bij de start.")
        note("passed", request)
        brief = self.found(
            f"SELECT b.code FROM brief_brief b JOIN ask_request r ON r.id = b.request_id WHERE r.code = '{request}'"
        )
        wanted = BRIEF | {"starts_on": self.firm["starts_on"], "problem": f"De achterstand groeit. {mark}"}
        self.send("anton", f"/bureau/briefs/{brief}/", **wanted)
        note("changed", brief, mark)
        self.send("anton", f"/bureau/briefs/{brief}/offer/", shown_at=f"/bureau/briefs/{brief}/", **wanted)
        self.send("carla", f"/client/briefs/{brief}/", version="1")
        note("agreed", brief)
        self.propose(brief)

    def propose(self, brief: str) -> None:
        note = self.ledger.note
        shortlist = _code(self.send("anton", f"/bureau/briefs/{brief}/shortlist/"))
        note("drawn", shortlist)
        who, name = self.free_one(shortlist)
        pick = {f"pick_{who}": "on", f"rationale_{who}": "Past.", f"rate_{who}": "1250"}
        first_day = {f"starts_{who}": self.firm["starts_on"]}
        proposal = _code(self.send("anton", f"/bureau/shortlists/{shortlist}/", why="talk", **pick, **first_day))
        note("invited", proposal)
        candidacy = self.found(
            "SELECT c.code FROM choose_candidacy c JOIN choose_proposal p ON p.id = c.proposal_id "
            f"WHERE p.code = '{proposal}'"
        )
        self.send("leader", f"/manager/invitations/{candidacy}/", answer="yes", remark="")
        note("answered", proposal)
        self.send("anton", f"/bureau/proposals/{proposal}/")
        note("sent", proposal)
        self.send("carla", f"/client/proposals/{proposal}/", do="accept", candidacy=candidacy)
        note("accepted", proposal)
        self.sign(candidacy, name)

    def free_one(self, shortlist: str) -> tuple[str, str]:
        """Somebody on the list whom no other life has taken: whoever is on an assignment is not free for the next."""
        listed = self.served.house.rows(
            "SELECT m.code FROM choose_listed l JOIN choose_shortlist s ON s.id = l.shortlist_id "
            f"JOIN people_manager m ON m.id = l.manager_id WHERE s.code = '{shortlist}' ORDER BY l.id"
        )
        for (who,) in listed:
            if found := self.firm["leaders"].pop(who, None):
                session, name = found
                self.people["leader"] = Caller(self.served.port, session)
                return str(who), name
        raise LookupError("nobody on the list is free")

    def sign(self, candidacy: str, leader: str) -> None:
        contract = self.found(
            "SELECT k.code FROM contract_contract k JOIN choose_candidacy c ON c.id = k.candidacy_id "
            f"WHERE c.code = '{candidacy}'"
        )
        for side, who, name in (("client", "carla", "Carla"), ("manager", "leader", leader)):
            # The worker makes the document; until then there is nothing to sign.
            self.found(
                "SELECT a.id FROM contract_agreement a JOIN contract_contract k ON k.id = a.contract_id "
                f"WHERE k.code = '{contract}' AND a.side = '{side}' AND a.document_id IS NOT NULL"
            )
            self.sign_with_code(contract, side, who, name)
            self.ledger.note("signed", contract, side)

    def sign_with_code(self, contract: str, side: str, who: str, name: str) -> None:
        """A code is spent after some tries, also when the server was killed at each: then one asks for another."""
        page, refused = f"/{side}/contracts/{contract}/", None
        for _ in range(3):
            self.send(who, page, do="code")
            mail = self.found(
                f"SELECT text FROM jobs_mail WHERE template = 'mail/contract_code.txt' AND about = '{contract}' "
                f"AND link LIKE '%/{side}/%' ORDER BY id DESC LIMIT 1"
            )
            code = "".join(CODE.findall(mail)[0])
            try:
                self.send(who, page, name_typed=name, agreed="on", code_typed=code)
            except AssertionError as error:
                refused = error
                if "code_typed" not in str(error):
                    raise
            else:
                return
        raise refused or AssertionError


class Weeks(Story):
    """The daily round of running assignments: reports of weeks that passed, corrected, and the mandate set anew."""

    def once(self) -> None:
        for assignment in self.firm["assignments"]:
            mark = uuid.uuid4().hex
            mandate = MANDATE | {"reports_to": mark, "announced_on": local_day(datetime.now(UTC)).isoformat()}
            self.send("anton", f"/bureau/assignments/{assignment}/mandate/", **mandate)
            self.ledger.note("mandated", assignment, mark)
            mark = uuid.uuid4().hex
            self.send("max", f"/manager/assignments/{assignment}/report/", **WEEK | {"progress": mark})
            self.ledger.note("reported", assignment, mark)
            if self.ledger.over.is_set():
                return


def _code(location: str) -> str:
    return location.rstrip("/").rsplit("/", 1)[-1]


def _why(page: str) -> list[str]:
    """The lines that say what was refused; without any, what the page says at all."""
    lines = [line.strip() for line in page.partition("<main")[2].splitlines() if line.strip()]
    return [line for line in lines if "error" in line or "alert" in line or "toast" in line][:10] or lines[:80]
