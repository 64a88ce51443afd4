"""Who may read which column: the matrix of permissions, field by field.

A reader is a kind of person; with a star he or she may read it of everybody, without one only of the objects that are
theirs. Nothing at all stands for nobody: such a column is never shown.
"""

from tests.canaries.readers_of_handover import of_handover
from tests.canaries.readers_of_library import of_library
from tests.canaries.readers_of_payables import OPEN_OF_PAYABLES, of_extras
from tests.canaries.readers_of_quality import of_quality

FIRM = "partner* auditor* "
BUREAU = FIRM + "owner* office* "
OWNER = FIRM + "owner office* "
EVERYBODY = "partner* auditor* owner* office* client* delegate* manager* shadow* visitor* "
AT_THE_BANK = [*(f"BankLine.{name}" for name in ("reference", "text", "name", "iban", "words")), "BankFile.name"]
ASSIGNED = OWNER + "client manager shadow "

READERS: dict[str, str] = {
    "words": ASSIGNED,
    "people.Account.name": BUREAU + "client manager shadow delegate ",
    "people.Account.email": BUREAU + "client manager shadow delegate ",
    "people.Organisation.name": BUREAU + "client delegate manager shadow ",
    "people.Organisation.city": BUREAU + "client manager shadow ",
    "people.Manager.name": BUREAU + "client manager shadow delegate ",
    **{f"people.Manager.{name}": BUREAU + "manager " for name in ("email", "phone", "day_rate")},
    "people.Manager.summary": BUREAU + "client manager shadow ",
    "people.Manager.former_employers": BUREAU + "manager ",
    "people.Manager.conflicts": BUREAU + "manager ",
    "people.Case.client": BUREAU + "manager ",
    "people.Case.client_shown_as": BUREAU + "manager ",
    "people.Case.problem": BUREAU + "manager ",
    "people.Case.mandate": BUREAU + "manager ",
    "people.Case.result": BUREAU + "manager ",
    "people.Case.measure": BUREAU + "manager ",
    "people.Case.baseline": BUREAU + "manager ",
    "people.Case.figure": BUREAU + "manager ",
    "people.Case.deadlock": BUREAU + "manager ",
    "people.Case.lasted": BUREAU + "manager ",
    "people.Case.referee_name": BUREAU + "manager ",
    **{f"people.Case.{name}": BUREAU + "manager " for name in ("referee_function", "referee_email", "referee_words")},
    "people.CvFile.name": BUREAU + "manager ",
    "people.CvFile.consent_source": BUREAU + "manager ",
    "people.Import.consent_source": BUREAU,
    "people.StayConsent.source": BUREAU + "manager ",
    **{f"people.CvFile.{name}": BUREAU + "manager " for name in ("read", "lines", "remarks")},
    "people.Position.employer": BUREAU + "manager ",
    "people.Position.title": BUREAU + "manager ",
    "people.Study.title": BUREAU + "manager ",
    "people.Study.institute": BUREAU + "manager ",
    "people.Away.note": BUREAU + "manager ",
    **{f"people.Insurance.{name}": BUREAU + "manager " for name in ("insurer", "amount", "policy_number")},
    "people.Declaration.interests": BUREAU + "manager ",
    **{f"people.Declaration.{name}": BUREAU + "manager " for name in ("employers", "introduced", "remark")},
    # Read by others after a reason alone.
    "people.Business.iban": "manager ",
    # The firm's own agreement with the manager names the business.
    **{f"people.Business.{name}": OWNER + "manager " for name in ("trade_name", "kvk", "vat_number")},
    **{f"people.Business.{name}": OWNER + "manager " for name in ("street", "postal_code")},
    **{f"people.Application.{name}": BUREAU for name in ("name", "email", "phone", "city", "languages", "reason")},
    "people.SavedView.name": BUREAU,
    "choose.Contest.words": OWNER + "manager ",
    "choose.Contest.answer": OWNER + "manager ",
    "choose.Departure.words": OWNER,
    "people.Screening.purpose": BUREAU + "manager ",
    "people.Reading.reason": FIRM + "manager ",
    # Read by others after a reason and a fresh sign-in alone, and so by nobody who only looks round.
    "people.Screening.detail": "manager ",
    "people.Organisation.street": BUREAU + "client manager ",
    "people.Organisation.postal_code": BUREAU + "client manager ",
    "people.Organisation.phone": BUREAU + "client ",
    **{f"people.Contact.{name}": BUREAU + "client " for name in ("name", "email", "phone", "function")},
    "people.Note.text": BUREAU,
    "people.Note.next_action": BUREAU,
    **{f"people.Firm.{name}": EVERYBODY for name in ("street", "city", "phone")},
    **{f"people.Firm.{name}": FIRM for name in ("mail_host", "mail_user")},
    "people.Firm.mail_password": "",
    "people.Import.name": BUREAU,
    "people.ImportFault.value": BUREAU,
    "ask.Request.added": OWNER + "client ",
    "ask.Request.state_reason": OWNER,
    "ask.IntakeAnswer.value": OWNER + "client ",
    "ask.IntakeAnswer.who": OWNER + "client ",
    "ask.AskedQuestion.text": BUREAU,
    **{f"ask.Asker.{name}": BUREAU for name in ("name", "email", "phone", "message")},
    "records.Hold.reason": FIRM,
    "records.DataRequest.name": FIRM,
    "records.DataRequest.email": FIRM,
    # Whoever asked reads what became of it.
    "records.DataRequest.reason": FIRM + "client ",
    "ask.Request.text": OWNER + "client manager ",
    "ask.Request.organisation_name": OWNER + "client manager ",
    "ask.Request.contact_name": OWNER + "client ",
    "ask.Request.contact_email": OWNER + "client ",
    "ask.Request.contact_phone": OWNER + "client ",
    **{f"brief.Brief.{name}": ASSIGNED for name in ("problem", "result_wanted", "place")},
    "brief.Brief.rate_ceiling": OWNER + "client ",
    "brief.Brief.problem_owner": ASSIGNED,
    "brief.Brief.results": ASSIGNED,
    **{f"brief.Brief.{name}": ASSIGNED for name in ("scope", "limits", "mandate_wanted", "risks", "successor")},
    "brief.Brief.assurance_reason": OWNER + "client ",
    "brief.Brief.budget": OWNER + "client ",
    "brief.BriefVersion.remark": OWNER + "client ",
    **{f"choose.Proposal.{name}": OWNER + "client " for name in ("decline_reason", "stop_reason", "alone_why")},
    **{f"choose.ProposalQuestion.{name}": OWNER + "client " for name in ("text", "answer")},
    "choose.Acquaintance.place": OWNER + "client manager ",
    # Each side reads what it said itself, and the bureau both.
    "choose.Chemistry.words": OWNER + "client manager ",
    "choose.Candidacy.rationale": OWNER + "client manager ",
    "choose.Candidacy.answer": OWNER + "manager ",
    "choose.Candidacy.client_rate": OWNER + "client ",
    "choose.Candidacy.manager_rate": OWNER + "manager ",
    "contract.Contract.client_rate": OWNER + "client ",
    "contract.Contract.manager_rate": OWNER + "manager ",
    "contract.Contract.end_reason": OWNER + "client manager ",
    "contract.Contract.amend_reason": OWNER + "client manager ",
    "contract.Contract.decided_by": OWNER + "client manager ",
    # Each side reads what it said itself, and the bureau all.
    "contract.EndWish.words": OWNER + "client manager ",
    "contract.Agreement.signed_name": OWNER + "client manager ",
    **{f"contract.Framework.{name}": BUREAU + "client " for name in ("signed_name", "end_reason", "entitled")},
    "contract.Agreement.entitled": OWNER + "client manager ",
    # Evidence for a dispute, on no page.
    "contract.Framework.signed_address": "",
    "contract.Agreement.signed_address": "",
    "people.Authority.extract": BUREAU,
    "people.Authority.told_by": BUREAU,
    **{
        f"deliver.Assignment.{name}": ASSIGNED
        for name in ("problem", "result_wanted", "reports_to", "announced_how", "exclusions")
    },
    "deliver.PlanText.text": ASSIGNED,
    "deliver.PlanVersion.remark": ASSIGNED,
    "deliver.Assignment.plan_note": ASSIGNED,
    "deliver.MandateLine.limit": ASSIGNED,
    "deliver.MandateLine.note": ASSIGNED,
    "deliver.Result.title": ASSIGNED,
    "deliver.Result.unit": ASSIGNED,
    "deliver.Phase.title": ASSIGNED,
    "deliver.Phase.checkpoint": ASSIGNED,
    **{f"deliver.WeeklyReport.{name}": ASSIGNED for name in ("progress", "obstacles", "decisions_needed")},
    **{f"deliver.Decision.{name}": ASSIGNED for name in ("what", "named", "words")},
    "deliver.Measurement.said": ASSIGNED,
    "deliver.WeeklyReport.help_wanted": "manager shadow " + OWNER,
    "deliver.HoursWeek.returned_why": OWNER + "client delegate manager ",
    "deliver.HoursCorrection.reason": OWNER + "client delegate manager ",
    "deliver.GateAnswer.note": OWNER + "client ",
    "deliver.RelationCheck.remark": OWNER,
    "deliver.FeasibilityTest.reason": OWNER + "shadow ",
    "deliver.GateMark.reason": OWNER,
    "deliver.Stakeholder.name": "manager shadow ",
    # The two alone, until one of them releases an entry to the partners.
    "ensure.NotebookEntry.text": "manager shadow ",
    "ensure.ReleasedEntry.text": "partner* manager shadow ",
    **dict.fromkeys(("deliver.Stance.evidence", "deliver.Resistance.behaviour"), "manager shadow "),
    **{
        f"deliver.ChosenApproach.{name}": "manager shadow "
        for name in ("why", "carried_out_by", "effect_seen", "word_why")
    },
    # Each is read by the parties that were chosen: in these tests a file by all, a note by manager and client.
    "deliver.SharedFile.title": ASSIGNED,
    "deliver.SharedNote.text": "manager client ",
    "deliver.SharedTask.what": ASSIGNED,
    "deliver.Odds.remark": "manager shadow ",
    "deliver.Leaving.position": ASSIGNED,
    "pulse.Group.name": ASSIGNED,
    # Handed in and read back by nobody; words of a round that is open neither.
    "pulse.Address.email": "",
    "pulse.Word.text": "",
    "pulse.Quote.text": ASSIGNED,
    "ensure.ShadowAppointment.reason": OWNER + "client manager shadow ",
    # What a side prepared for a review that has not begun: no columns, but canaries of their own.
    "ensure.Preparation.of_client": "client ",
    "ensure.Preparation.of_manager": "manager ",
    "ensure.Preparation.of_shadow": "shadow ",
    **{
        f"ensure.Preparation.{name}": ASSIGNED
        for name in ["reason", "assignment", "mandate", "commitment", "risks", "anchoring"]
    },
    **{f"ensure.Review.{name}": ASSIGNED for name in ("place", "minutes", "decision_why", "skipped_why")},
    **{f"ensure.ReviewRecord.{name}": ASSIGNED for name in ("minutes", "decision_why", "corrected_why")},
    # What the client says, the manager does not read, and the other way round; what lay under it stays in the firm.
    "guarantee.Complaint.words": OWNER + "client shadow ",
    "guarantee.Complaint.owed": OWNER,
    "guarantee.TrusteeWord.words": OWNER,
    **{f"learn.RecordLine.{name}": FIRM + "owner* manager " for name in ("comment", "contest", "verdict")},
    **of_library(FIRM),
    "people.Proven.source": FIRM + "owner* manager ",
    "guarantee.Hearing.words": OWNER + "manager shadow ",
    **dict.fromkeys(("guarantee.Complaint.dropped_why", "guarantee.Hearing.not_heard"), OWNER + "shadow "),
    **{f"guarantee.RootCause.{name}": OWNER + "shadow " for name in ("words", "lesson", "mended_how")},
    **{f"guarantee.HandOver.{name}": ASSIGNED for name in ("document", "contacts", "decisions")},
    **of_handover(OWNER, ASSIGNED),
    **of_quality(OWNER),
    "invoice.Invoice.dispute_words": OWNER + "client ",
    "invoice.Payment.reference": OWNER + "client ",
    "invoice.OrderReference.reference": OWNER,
    "invoice.InvoicePapers.trouble": OWNER,
    "invoice.ClientBilling.mailbox": OWNER,
    "invoice.Payable.why": OWNER + "manager ",
    **of_extras(OWNER),
    **{f"invoice.{one}": FIRM + "office* " for one in AT_THE_BANK},
    "ensure.ReviewMove.why": ASSIGNED,
    "ensure.ReviewAction.text": ASSIGNED,
}
# Columns of text that hold nothing confidential of anybody, each with the reason.
OPEN: dict[str, str] = {
    column: reason
    for reason, columns in {
        "a town from which the distance is reckoned: another text would change who fits": "people.Manager.place",
        "codes of the house, of a list or of a language": (
            "people.Authority.recorded_by ensure.Review.absent ensure.Escalation.causes guarantee.HandOver.days "
            "guarantee.Complaint.named_before "
            "handover.Handover.results handover.AnchorCard.earlier handover.IndexReading.parts "
            "choose.Acquaintance.slots choose.Chemistry.answers "
            "people.Account.language people.Contact.language people.Manager.disciplines people.Manager.sectors "
            "people.Manager.languages people.Manager.categories people.Manager.reasons people.Organisation.sector "
            "people.Import.columns people.ImportFault.column people.ImportFault.code people.MailWish.kinds "
            "ask.Request.language ask.Request.signs ask.Judgement.field ask.IntakeAnswer.field ask.Asker.language "
            "ask.AskedQuestion.language brief.Brief.reasons brief.Brief.grounds brief.Brief.disciplines "
            "brief.Brief.sector brief.Brief.languages brief.Brief.screenings people.Import.job "
            "people.Import.uploaded_by "
            "records.Hold.about records.Hold.set_by records.Hold.lifted_by records.Erasure.erased_by "
            "records.Erasure.accounts records.Erasure.managers records.DataRequest.account "
            "records.DataRequest.language ensure.ShadowKnowledge.disciplines "
            "records.PoolStay.manager people.Reading.role people.Reading.what "
            "records.DataRequest.decided_by records.DataRequest.erased_as "
            "people.Case.discipline people.Case.reasons people.Case.sector people.CvFile.uploaded_by "
            "people.SearchEntry.kind people.SearchEntry.code people.SearchEntry.page_code "
            "choose.MatchName.kind choose.MatchStep.token choose.ManagerRow.code choose.ManagerRow.marks "
            "choose.ManagerRow.employers choose.ManagerRow.conflicts choose.PastRow.code choose.PastRow.marks "
            "choose.PastRow.employers choose.PastRow.conflicts choose.Departure.by people.Application.discipline "
            "people.Application.language people.Application.signs people.Case.referee_language "
            "people.ListTaste.columns people.SavedView.query records.GroupAnswer.manager people.Manager.declared "
            "people.Duplicate.grounds people.Duplicate.decided_by people.Merge.merged_by people.Merge.undone_by "
            "people.StayConsent.noted_by deliver.RelationCheck.pointing deliver.RelationCheck.advice "
            "learn.RecordLine.cause learn.Record.sums people.Proven.reasons learn.Closed.discipline learn.Closed.level "
            "learn.Closed.cause learn.CaseText.sector learn.CaseText.discipline learn.CaseConsent.assignment "
            "learn.CaseOverride.sign learn.CaseShown.shares "
            "deliver.SignalReading.part pulse.Survey.language pulse.Ticket.group pulse.Tally.group"
        ),
        "hashes, pseudonyms, and what is sealed": (
            "ensure.Notebook.sealed_key ensure.NotebookEntry.sealed ensure.ReleasedEntry.sealed_why "
            "ensure.ReleasedEntry.sealed_text people.Screening.sealed_detail records.PoolStay.token_hash "
            "people.Account.password people.Invitation.token_hash ask.IntakeLink.token_hash "
            "people.Availability.token_hash people.Case.token_hash people.SearchEntry.digest "
            "contract.Agreement.signed_sha256 contract.Agreement.scan_sha256 contract.Framework.signed_sha256 "
            "contract.Agreement.sealed_sha256 contract.Agreement.sealed_with contract.Framework.sealed_sha256 "
            "contract.Framework.sealed_with contract.SigningCode.sha256 contract.SigningCode.code_hash "
            "records.Erasure.pseudonym records.Erasure.salt "
            "records.Erasure.email_hashes records.DataRequest.token_hash people.Application.token_hash "
            "people.DuplicateKey.text keep.Aftercare.token_hash pulse.Group.token_hash pulse.Ticket.token_hash "
            "handover.HandoverDocument.token_hash contract.Framework.scan_sha256"
        ),
        "a sentence of the house that everybody who signs agrees to": (
            "contract.Agreement.consent contract.Framework.consent"
        ),
        "the words of clauses, which each client and manager reads in a contract": (
            "contract.ClauseVersion.clause contract.ClauseVersion.title_nl contract.ClauseVersion.title_en "
            "contract.ClauseVersion.text_nl contract.ClauseVersion.text_en contract.ClauseVersion.note "
            "contract.Framework.clauses contract.Framework.terms contract.Framework.language"
        ),
        "read by every employee who is asked": "pulse.Survey.questions",
        "in a public register": "people.Organisation.kvk people.Organisation.vat_number people.Firm.kvk",
        "in that of VAT numbers": "people.Firm.vat_number",
        "stands on every contract and invoice, as does the sender on every mail": (
            "people.Firm.postal_code people.Firm.iban people.Firm.mail_sender"
        ),
        "numbers that the house gives, counts and clauses of a template": (
            "contract.Contract.number contract.Contract.guarantee contract.Contract.clauses contract.Contract.terms "
            "contract.Framework.number invoice.Invoice.number invoice.InvoiceSeries.series invoice.BankLine.line_id "
            "invoice.BankLine.amount invoice.BankLine.shares invoice.BankLine.candidates invoice.BankLine.reasons "
            "pulse.Round.result invoice.ClosedMonth.why invoice.BankFile.fingerprint invoice.BankFile.fault "
            "deliver.Assignment.number deliver.GroupTotal.circles deliver.GroupTotal.bands records.Erasure.counts "
            "choose.Listed.points choose.Shortlist.wanted choose.Shortlist.weights choose.Shortlist.funnel"
        ),
        "frozen when it was issued, so that nothing can be planted; made of rates and names that are looked for": (
            "invoice.Invoice.seller invoice.Invoice.buyer invoice.Invoice.vat invoice.Invoice.net "
            "invoice.Invoice.vat_total invoice.Invoice.gross invoice.Invoice.paid invoice.Invoice.credited "
            "invoice.Invoice.why invoice.InvoiceLine.price invoice.InvoiceLine.amount invoice.Payment.amount"
        ),
        "where a client is established, and what stands on each invoice to it": (
            "people.Organisation.country people.Organisation.vat_exemption"
        ),
        "copies of other columns, which are looked for by what stands there": (
            "deliver.Stakeholder.name_key ask.Triage.proposal ask.Triage.verdict ask.Triage.second_opinion "
            "ask.Judgement.proposed ask.Judgement.chosen choose.Shortlist.excluded people.Import.headings "
            "ask.AskedQuestion.words ask.QuestionVersion.content ask.QuestionVersion.changed_by "
            "people.SearchEntry.title people.SearchEntry.note people.SearchWord.text people.SearchSlip.text "
            "choose.MatchName.text choose.Listed.read choose.Shortlist.record "
            "brief.BriefVersion.content people.Merge.before people.Merge.after people.Merge.moved people.Merge.dropped "
            "deliver.PlanVersion.content deliver.PlanChange.content deliver.PlanDeviation.subject "
            "deliver.PlanDeviation.before deliver.PlanDeviation.after deliver.Result.contracted "
            "deliver.QualityPicture.measured handover.HandoverDocument.told"
        ),
    }.items()
    for column in columns.split()
} | OPEN_OF_PAYABLES
# Apps whose text is the house's own: codes, hashes, states, and words that everybody may read. Mail is read apart.
OWN_WORDS = ("files", "jobs", "journal", "parameters", "web")
