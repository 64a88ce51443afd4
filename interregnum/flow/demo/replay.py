"""Lives one story through the real actions under a moving clock, as far as it reaches; one transaction each."""

from dataclasses import fields, replace
from datetime import UTC, date, datetime, time, timedelta

from interregnum.flow.demo.agreed import talk_about, told_of
from interregnum.flow.demo.assignment import live_assignment
from interregnum.flow.demo.stories import Bureau, Reach, Story, expect
from interregnum.journal.record import action
from interregnum.kernel.actor import VISITOR, Actor
from interregnum.kernel.lists import Level
from interregnum.kernel.money import Money
from interregnum.kernel.period import local_day
from interregnum.people.accounts import actor_of_manager, actor_of_organisation
from interregnum.people.authorities import Found, authority_recorded, record_authority
from interregnum.people.clients import add_contact, contacts_of
from interregnum.people.queries import email_of
from interregnum.people.rules.authorities import Basis, Scope
from interregnum.stages.ask.actions.answer_intake import Answer, answer_intake
from interregnum.stages.ask.actions.confirm_triage import Verdict, confirm_triage
from interregnum.stages.ask.actions.receive_request import Stated, receive_request
from interregnum.stages.ask.queries import request_facts
from interregnum.stages.brief.actions.agree_brief import agree_brief
from interregnum.stages.brief.actions.change_brief import change_brief
from interregnum.stages.brief.actions.offer_brief import offer_brief
from interregnum.stages.brief.queries import brief_facts, brief_of_request
from interregnum.stages.brief.rules.values import BriefValues
from interregnum.stages.choose.actions.answer_invitation import answer_invitation
from interregnum.stages.choose.actions.decide_proposal import accept_proposal
from interregnum.stages.choose.actions.draw_shortlist import draw_shortlist
from interregnum.stages.choose.actions.invite_managers import Invitee, invite_managers
from interregnum.stages.choose.actions.send_proposal import send_proposal
from interregnum.stages.choose.queries import invitations_waiting, shortlist_page
from interregnum.stages.choose.rules.states import Why
from interregnum.stages.contract.actions.make_documents import make_documents
from interregnum.stages.contract.actions.send_code import send_code
from interregnum.stages.contract.actions.sign_agreement import sign_agreement
from interregnum.stages.contract.queries import contract_of_brief, own_contract_page
from interregnum.stages.contract.rules.states import Side

PROPOSED = 3
DAYS_TO_START = 21
ALONE = "Een tweede manager die past is er in deze weken niet."
# Why somebody is put forward, as an account manager would write it.
RATIONALES = (
    "Heeft een vraagstuk als dit eerder tot een goed einde gebracht en ziet snel waar het vastloopt.",
    "Past bij de rol die u vraagt en kan beginnen op de dag die u noemt.",
    "Rustig en direct in de omgang; won eerder mensen voor een verandering waar zij eerst weinig in zagen.",
)


class Life:
    """One story on its way. `taken` holds the managers who have an assignment already."""

    def __init__(self, story: Story, *, bureau: Bureau, today: date, taken: set[str]) -> None:
        self.story, self.bureau, self.today, self.taken = story, bureau, today, taken
        self.begun = today - timedelta(days=story.age)
        # Whoever succeeds may never be dearer: where that is to happen, the client once chose the dearest.
        self.dearest_first = False

    def at(self, days: int, hour: int) -> datetime:
        """So many days after the request, at an hour of the day."""
        return datetime.combine(self.begun + timedelta(days=days), time(hour), tzinfo=UTC)

    def ask(self) -> None:
        client = self.story.client
        stated = Stated(
            text=self.story.text,
            organisation_name=client.name,
            contact_name=client.contact,
            contact_email=client.email,
            contact_phone="+31 20 000 0000",
            language=self.story.language,
        )
        self.request = receive_request(stated=stated, by=VISITOR, at=self.at(0, 7))

    def tell(self) -> None:
        """What the client says in the intake on the telephone, as far as the story knows it."""
        client = self.story.client
        told = {
            "owner_name": client.contact,
            "owner_role": "Directeur",
            "result": self.story.result_wanted,
            "successor": "Het hoofd van de afdeling.",
            "sponsor_hours": 2,
        }
        for field, value in told.items():
            if value:
                answer = Answer(field=field, value=value)
                expect(answer_intake(request=self.request, answer=answer, by=self.bureau.owner, at=self.at(0, 8)))

    def confirm(self) -> None:
        if self.story.need == "manager":
            self.tell()
        story, understood = self.story, request_facts(self.request).understood
        verdict = Verdict(
            organisation_name=story.client.name,
            need=story.need,
            category=story.category,
            level=story.level if story.category else "",
            context=understood["context"] or "",
            sector=story.client.sector,
            reasons=tuple(understood["reasons"]) or ("performance",),
            grounds=tuple(understood["grounds"]) or ("capacity",),
            disciplines=story.disciplines or tuple(understood["disciplines"]),
        )
        expect(confirm_triage(request=self.request, verdict=verdict, by=self.bureau.owner, at=self.at(0, 8)))

    def agree(self) -> None:
        story, owner = self.story, self.bureau.owner
        self.brief = brief_of_request(self.request, seen_by=owner) or ""
        drafted = brief_facts(self.brief)
        wanted = replace(
            BriefValues(**{field.name: getattr(drafted, field.name) for field in fields(BriefValues)}),
            result_wanted=story.result_wanted,
            level=Level(story.level),
            starts_on=self.begun + timedelta(days=DAYS_TO_START),
            weeks=story.weeks,
            days_a_week=story.days,
            rate_ceiling=Money(story.ceiling),
            **told_of(story, ends_on=self.begun + timedelta(days=DAYS_TO_START, weeks=story.weeks)),
        )
        expect(change_brief(brief=self.brief, wanted=wanted, by=owner, at=self.at(1, 9)))
        version = expect(offer_brief(brief=self.brief, by=owner, at=self.at(1, 15)))
        client = actor_of_organisation(brief_facts(self.brief).organisation)
        expect(agree_brief(brief=self.brief, version=version, by=client, at=self.at(1, 20)))

    def draw(self) -> None:
        self.shortlist = expect(draw_shortlist(brief=self.brief, by=self.bureau.owner, at=self.at(2, 9)))

    def invite(self) -> None:
        listed = shortlist_page(self.shortlist, seen_by=self.bureau.owner, on=local_day(self.at(2, 9))).listed
        if self.dearest_first:
            listed = tuple(sorted(listed, key=lambda row: row.usual_rate, reverse=True))
        self.listed = [row for row in listed if row.code not in self.taken][:PROPOSED]
        chosen = tuple(
            Invitee(
                manager=row.code,
                rationale=RATIONALES[place % len(RATIONALES)],
                client_rate=row.usual_rate,
                starts_on=row.first_day,
            )
            for place, row in enumerate(self.listed)
        )
        # Whoever has an assignment already is passed over, and that is the reason.
        invited = invite_managers(
            shortlist=self.shortlist, chosen=chosen, by=self.bureau.owner, at=self.at(2, 14), why=Why.ELSEWHERE
        )
        self.proposal = expect(invited)

    def send(self) -> None:
        """Two of three managers say yes, so that the demonstration shows a refusal as well."""
        for number, row in enumerate(self.listed):
            manager = actor_of_manager(row.code)
            line = next(line for line in invitations_waiting(seen_by=manager) if line.code)
            if number == 0:
                self.candidacy, self.manager = line.code, manager
            answer = answer_invitation(
                candidacy=line.code, agrees=number < 2, remark="", by=manager, at=self.at(3, 9 + number)
            )
            expect(answer)
        expect(send_proposal(proposal=self.proposal, alone_why=ALONE, by=self.bureau.owner, at=self.at(4, 9)))
        self.client = actor_of_organisation(brief_facts(self.brief).organisation)
        talk_about(
            self.proposal,
            self.candidacy,
            client=self.client,
            owner=self.bureau.owner,
            at=self.at(4, 10),
            is_planned=self.story.reach > Reach.SENT,
        )

    def accept(self) -> None:
        self.taken.add(self.listed[0].code)
        expect(accept_proposal(proposal=self.proposal, candidacy=self.candidacy, by=self.client, at=self.at(7, 14)))
        self.contract = contract_of_brief(self.brief) or ""
        make_documents.call(self.contract)

    def sign(self) -> None:
        self._sign(Side.CLIENT, self.client, hour=10)

    def land(self) -> None:
        self._sign(Side.MANAGER, self.manager, hour=16)
        live_assignment(
            self.story,
            brief_facts(self.brief).role_mix,
            contract=self.contract,
            client=self.client,
            manager=self.manager,
            bureau=self.bureau,
            today=self.today,
        )

    def sign_both(self, day: int) -> None:
        """So many days after the request, the contract of now."""
        self._sign(Side.CLIENT, self.client, day=day, hour=10)
        self._sign(Side.MANAGER, self.manager, day=day, hour=16)

    def _sign(self, side: Side, signer: Actor, *, day: int = 9, hour: int) -> None:
        at = self.at(day, hour)
        if side == Side.CLIENT:
            self._let_sign(signer, at=self.at(day - 1, 11))
        code = send_code(contract=self.contract, side=side, by=signer, at=at - timedelta(minutes=2))
        expect(code)
        page = own_contract_page(self.contract, seen_by=signer, at=at)
        signature = {"name_typed": signer.name, "code_typed": str(code), "seen": page.agreement.sha256}
        expect(sign_agreement(contract=self.contract, side=side, **signature, by=signer, at=at))

    def _let_sign(self, signer: Actor, *, at: datetime) -> None:
        """The bureau knows the contact, and has read an extract of the trade register."""
        organisation, bureau = signer.organisation, self.bureau.owner
        values = {"name": signer.name, "email": email_of(signer.code), "function": "directeur", "language": "nl"}
        contacts = contacts_of(organisation, seen_by=bureau)
        contact = contacts.filter(email=values["email"]).values_list("code", flat=True).first()
        if contact is None:
            contact = str(add_contact(organisation=organisation, values=values, by=bureau, at=at))
        if authority_recorded(contact, seen_by=bureau) is None:
            found = Found(
                scope=Scope.ALONE,
                basis=Basis.REGISTER,
                extract="uittreksel (verzonnen)",
                extract_on=local_day(at),
                told_by=signer.name,
            )
            expect(record_authority(contact=contact, found=found, by=bureau, at=at))


STEPS = (
    (Reach.ASKED, Life.ask),
    (Reach.CONFIRMED, Life.confirm),
    (Reach.AGREED, Life.agree),
    (Reach.LISTED, Life.draw),
    (Reach.INVITED, Life.invite),
    (Reach.SENT, Life.send),
    (Reach.ACCEPTED, Life.accept),
    (Reach.SIGNED, Life.sign),
    (Reach.LANDED, Life.land),
)


@action
def live(story: Story, *, bureau: Bureau, today: date, taken: set[str]) -> None:
    """Everything that has happened in a story up to today. Raises UnexpectedError when an action refuses."""
    life = Life(story, bureau=bureau, today=today, taken=taken)
    for reach, step in STEPS:
        if story.reach >= reach:
            step(life)
