"""A pulse among the people of Bank De Proef, and employees who answer it."""

import re
from datetime import datetime
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from interregnum.jobs.models import Mail
from interregnum.kernel.actor import Actor
from interregnum.stages.pulse.actions.answer import Answer, answer_pulse
from interregnum.stages.pulse.actions.run_rounds import start_pulse
from interregnum.stages.pulse.actions.set_up import Wanted, give_addresses, set_up_pulse
from interregnum.stages.pulse.models import Group
from interregnum.stages.pulse.queries.links import token_of_group
from interregnum.stages.pulse.rules.setting_up import GroupLine
from interregnum.stages.pulse.rules.states import Way
from tests.world import NOW, TODAY

__all__ = ["GroupLine", "SimpleUploadedFile"]
QUESTIONS = (("Ik weet waarom.", "I know why."), ("Ik krijg hulp.", "I get help."), ("", ""), ("", ""), ("", ""))
GROUPS = (GroupLine("Acceptatie", 12), GroupLine("Klantcontact", 30))
SET_UP = {
    "way": "code",
    "language": "nl",
    "groups": "Acceptatie, 12\nKlantcontact, 30",
    **{
        f"{language}_{place}": pair[at]
        for place, pair in enumerate(QUESTIONS)
        for at, language in enumerate(("nl", "en"))
    },
}


def set_up(assignment: str, *, by: Actor, way: Way = Way.CODE, groups: Any = GROUPS, **more: Any) -> None:
    wanted = Wanted(way=way, language="nl", questions=QUESTIONS, groups=tuple(groups), **more)
    assert set_up_pulse(assignment=assignment, wanted=wanted, by=by, at=NOW) == assignment


def running(assignment: str, *, by: Actor, **more: Any) -> None:
    """On paper, with its first round open."""
    set_up(assignment, by=by, **more)
    assert start_pulse(assignment=assignment, starts_on=TODAY, by=by, at=NOW) == assignment


def running_by_mail(assignment: str, *, by: Actor, addresses: dict[str, list[str]], **more: Any) -> None:
    set_up(assignment, by=by, way=Way.MAIL, groups=[GroupLine(name) for name in addresses], **more)
    for name, some in addresses.items():
        group = Group.objects.get(survey__assignment__code=assignment, name=name)
        told = {"assignment": assignment, "group": group.code, "text": "\n".join(some)}
        assert give_addresses(**told, by=by, at=NOW) == len(some)
    assert start_pulse(assignment=assignment, starts_on=TODAY, by=by, at=NOW) == assignment


def links_mailed() -> dict[str, str]:
    """Address -> path of the newest link that was mailed there."""
    mails = Mail.objects.filter(template="mail/pulse_asked.txt").order_by("pk")
    return {mail.to: re.search(r"/p/[\w-]+/", mail.link)[0] for mail in mails}  # type: ignore[index]


def code_of(name: str) -> str:
    """The code on the sheet of a group."""
    return token_of_group(Group.objects.get(name=name).code)


def answer(name: str, *scores: int, at: datetime = NOW, words: str = "") -> object:
    return answer_pulse(token=code_of(name), answer=Answer(scores, words), at=at)


def phone(language: str = "nl") -> Client:
    return Client(enforce_csrf_checks=True, headers={"accept-language": language})
