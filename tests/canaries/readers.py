"""Who may read which column: the matrix of permissions, field by field.

A reader is a kind of person; with a star he or she may read it of everybody, without one only of the objects that are
theirs. Nothing at all stands for nobody: such a column is never shown.
"""

FIRM = "partner auditor* "
BUREAU = FIRM + "owner* office* "
OWNER = FIRM + "owner office* "
ASSIGNED = OWNER + "client manager shadow "

READERS: dict[str, str] = {
    "people.Account.name": BUREAU + "client manager shadow delegate ",
    "people.Account.email": BUREAU + "client manager shadow delegate ",
    "people.Organisation.name": BUREAU + "client delegate manager shadow ",
    "people.Organisation.city": BUREAU + "client manager shadow ",
    "people.Manager.name": BUREAU + "client manager shadow delegate ",
    "people.Manager.email": BUREAU + "manager ",
    "people.Manager.phone": BUREAU + "manager ",
    "people.Manager.day_rate": BUREAU + "manager ",
    "people.Manager.summary": BUREAU + "client manager shadow ",
    "ask.Request.text": OWNER + "client manager ",
    "ask.Request.organisation_name": OWNER + "client manager ",
    "ask.Request.contact_name": OWNER + "client ",
    "ask.Request.contact_email": OWNER + "client ",
    "ask.Request.contact_phone": OWNER + "client ",
    "brief.Brief.problem": ASSIGNED,
    "brief.Brief.result_wanted": ASSIGNED,
    "brief.Brief.place": ASSIGNED,
    "brief.Brief.rate_ceiling": OWNER + "client ",
    "choose.Proposal.decline_reason": OWNER + "client ",
    "choose.Candidacy.rationale": OWNER + "client manager ",
    "choose.Candidacy.answer": OWNER + "manager ",
    "choose.Candidacy.client_rate": OWNER + "client ",
    "choose.Candidacy.manager_rate": OWNER + "manager ",
    "contract.Contract.client_rate": OWNER + "client ",
    "contract.Contract.manager_rate": OWNER + "manager ",
    "contract.Agreement.signed_name": OWNER + "client manager ",
    "deliver.Assignment.problem": ASSIGNED,
    "deliver.Assignment.result_wanted": ASSIGNED,
    "deliver.Assignment.reports_to": ASSIGNED,
    "deliver.Assignment.diagnosis": ASSIGNED,
    "deliver.Assignment.approach": ASSIGNED,
    "deliver.Assignment.plan_note": ASSIGNED,
    "deliver.MandateLine.limit": ASSIGNED,
    "deliver.MandateLine.note": ASSIGNED,
    "deliver.Result.title": ASSIGNED,
    "deliver.Result.unit": ASSIGNED,
    "deliver.Phase.title": ASSIGNED,
    "deliver.Phase.checkpoint": ASSIGNED,
    "deliver.WeeklyReport.progress": ASSIGNED,
    "deliver.WeeklyReport.obstacles": ASSIGNED,
    "deliver.WeeklyReport.decisions_needed": ASSIGNED,
    "deliver.WeeklyReport.help_wanted": "manager shadow " + OWNER,
    "ensure.ShadowAppointment.reason": OWNER + "client manager shadow ",
}
# Columns of text that hold nothing confidential of anybody, each with the reason.
OPEN: dict[str, str] = {
    "people.Manager.place": "a town from which the distance is reckoned: another text would change who fits",
}
# Apps whose text is the house's own: codes, hashes, states, and words that everybody may read.
OWN_WORDS = ("files", "journal", "parameters", "web")
