"""Words for a person: refusals, states and facts of this stage."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from interregnum.stages.deliver.gate_texts import ANSWERS, GATES, OUTCOMES, VERDICTS
from interregnum.stages.deliver.hours_texts import HOURS_DETAILS, HOURS_FACTS, HOURS_REFUSALS
from interregnum.stages.deliver.plan_texts import PLAN_DETAILS, PLAN_FACTS, PLAN_REFUSALS
from interregnum.stages.deliver.rules.drift import DriftLevel
from interregnum.stages.deliver.rules.gates import Answer, Gate, Verdict
from interregnum.stages.deliver.rules.hours import HoursState
from interregnum.stages.deliver.rules.mandate import Announcement
from interregnum.stages.deliver.rules.progress import Course
from interregnum.stages.deliver.rules.relation import RelationOutcome
from interregnum.stages.deliver.rules.states import AssignmentState, DecisionState, Domain, Mood, PlanState, Right
from interregnum.stages.deliver.shared_texts import SHARED_FACTS

STATES = {
    AssignmentState.LANDING: _("About to start"),
    AssignmentState.RUNNING: _("Under way"),
    AssignmentState.CLOSED: _("Closed"),
}
PLAN_STATES = {
    PlanState.DRAFT: _("Being written"),
    PlanState.PROPOSED: _("With the client"),
    PlanState.AGREED: _("Agreed"),
    PlanState.SENT_BACK: _("Sent back"),
}
DOMAINS = {
    Domain.PEOPLE: _("People"),
    Domain.MONEY: _("Money"),
    Domain.PROCESS: _("Processes and systems"),
    Domain.COMMUNICATION: _("Communication"),
    Domain.SUPERVISION: _("Supervisory board, regulator and works council"),
}
DOMAIN_EXPLAINED = {
    Domain.PEOPLE: _("Hire, assess, move, suspend."),
    Domain.MONEY: _("Budget, commitments, signing contracts."),
    Domain.PROCESS: _("Change a way of working or a system."),
    Domain.COMMUNICATION: _("Speak for the organisation, inside and outside."),
    Domain.SUPERVISION: _("Direct access to whoever supervises or co-decides."),
}
RIGHTS = {
    Right.DECIDES: _("Decides"),
    Right.AFTER_CONSULTATION: _("Decides after consultation"),
    Right.PROPOSES: _("Proposes"),
    Right.NONE: _("No say"),
}
MOODS = {Mood.GOOD: _("Going well"), Mood.MIXED: _("Mixed"), Mood.HARD: _("Hard going")}
DECISION_STATES = {
    DecisionState.OPEN: _("Still open"),
    DecisionState.TAKEN: _("Taken"),
    DecisionState.DROPPED: _("Not needed any more"),
}
HOURS_STATES = {
    HoursState.DRAFT: _("Not sent yet"),
    HoursState.SENT: _("Waits for the client"),
    HoursState.RETURNED: _("Sent back"),
    HoursState.APPROVED: _("Approved"),
}
COURSES = {
    Course.NOT_MEASURED: _("Not measured yet"),
    Course.BEHIND: _("Behind"),
    Course.ON_COURSE: _("On course"),
    Course.AHEAD: _("Ahead"),
    Course.REACHED: _("Reached"),
}
DRIFTS = {
    DriftLevel.OK: _("As agreed"),
    DriftLevel.NOTICE: _("The role is shifting"),
    DriftLevel.LARGE: _("The role has become another one"),
}
ANNOUNCEMENTS = {
    Announcement.TO_COME: _("To be announced"),
    Announcement.IN_TIME: _("Announced in time"),
    Announcement.LATE: _("Announced late"),
    Announcement.MISSING: _("Not announced"),
}
# A phase begins with a title and a checkpoint, which the manager may rewrite.
PHASES: dict[str, tuple[Promise, Promise]] = {
    "diagnosis": (_("Land and diagnose"), _("Diagnosis and plan of approach discussed with the client")),
    "first_results": (_("First results"), _("First results visible on the work floor")),
    "change_work": (_("Carry out the change"), _("Results halfway or further, resistance discussed")),
    "anchoring": (_("Anchor"), _("Each change has an owner in the line")),
    "transfer": (_("Hand over"), _("Hand-over accepted by the successor")),
    "take_over": (_("Take over"), _("Running matters known, quick risks covered")),
    "keep_running": (_("Keep running"), _("Continuity shown in figures")),
    "hand_back": (_("Hand back"), _("Handed back without surprises")),
    "scope": (_("Scope and baseline"), _("Scope, planning and budget agreed")),
    "build": (_("Build and try out"), _("Main parts delivered and tried")),
    "acceptance": (_("Acceptance and going live"), _("Accepted by those who will use it")),
    "completion": (_("Complete and transfer"), _("Management taken over by the line")),
    "stabilise": (_("Stabilise"), _("Bleeding stopped, stakeholders informed")),
    "analyse": (_("Analyse"), _("Causes known, recovery plan agreed")),
    "restore": (_("Restore"), _("Trust of stakeholders and supervisors restored")),
    "narrow_diagnosis": (_("Focused diagnosis"), _("Findings and priorities discussed")),
    "expert_work": (_("Carry out"), _("Main findings closed")),
    "knowledge_transfer": (_("Transfer knowledge"), _("Own people can do it by themselves")),
}
# What a category usually measures, and in which unit.
MEASURES: dict[str, tuple[Promise, Promise]] = {
    "adoption": (_("Employees who work in the new way"), _("percent of employees")),
    "performance": (_("The figure that must improve"), _("its own unit")),
    "owners_ready": (_("Changes with an owner in the line"), _("percent of changes")),
    "backlog": (_("Backlog"), _("cases")),
    "service_level": (_("Handled within the agreed time"), _("percent of cases")),
    "absence": (_("Absence through illness"), _("percent of working days")),
    "milestones": (_("Milestones reached"), _("number")),
    "budget": (_("Budget spent"), _("percent of budget")),
    "defects": (_("Open defects"), _("number")),
    "capital": (_("Capital or cash above the minimum"), _("million euros")),
    "regulator_actions": (_("Open actions of the supervisor"), _("number")),
    "key_staff": (_("Key people still on board"), _("number")),
    "findings": (_("Open findings"), _("number")),
    "people_able": (_("Own people who can do it by themselves"), _("number")),
}
GAPS = {
    "deliver.nobody_to_report_to": _("It does not say to whom the manager reports."),
    "deliver.domain_without_right": _("Not every domain has a decision right."),
    "deliver.nothing_to_decide": _("The manager may only propose. A manager without a decision right is an adviser."),
    "deliver.limit_needed": _("Deciding about money needs a limit in euros."),
}
REFUSALS = GAPS | {
    "deliver.closed": _("This assignment is closed."),
    "deliver.no_heir": _("Choose a colleague who guards it from now on."),
    **PLAN_REFUSALS,
    "deliver.week_outside_term": _("This week is not part of the assignment."),
    "deliver.week_not_begun": _("This week has not begun yet."),
    "deliver.report_read": _("The client has read this report, so it stands. Write what is new in the next one."),
    "deliver.report_changed": _(
        "This report was changed somewhere else meanwhile. Both are shown: choose, and send again."
    ),
    "deliver.moved_unit": _(
        "“%(typed)s”: this result is measured in %(unit)s. Write the figure in that unit, or half a sentence."
    ),
    "deliver.moved_range": _(
        "“%(typed)s” lies outside %(lowest)s to %(highest)s. Check the figure, or say in half a sentence what moved."
    ),
    "deliver.decision_day": _("Choose a day from today on, within a year."),
    "deliver.announced_day": _("Choose a day of the assignment, or of the half year before it."),
    "deliver.decision_of_whom": _("This contact is not known any more. Choose somebody else."),
    "deliver.decision_settled": _("This was decided already. Reload the page to read what was decided."),
    **HOURS_REFUSALS,
    "deliver.unknown_result": _("One of the results is not in the plan any more. Reload the page."),
}
FACTS = {
    "AssignmentOpened": _("The assignment was opened"),
    "ManagerSucceeded": _("Another manager goes on with the assignment, under the guarantee"),
    "SuccessorStayedAway": _("The successor does not come; another one is looked for"),
    "AssignmentTakenOver": _("It ran already, and was taken over from paper"),
    "TermMoved": _("The last day was moved"),
    "AssignmentClosed": _("The assignment was closed"),
    "AssignmentStarted": _("The assignment started"),
    "MandateSet": _("The mandate was set"),
    **PLAN_FACTS,
    "WeekReported": _("Week %(week)s was reported"),
    "ReportCorrected": _("The report of week %(week)s was corrected"),
    "ReportRead": _("The client read the report of week %(week)s"),
    "DecisionAsked": _("A decision was asked"),
    "DecisionSettled": _("A decision was settled"),
    "ReportMissed": _("Week %(week)s passed without a report"),
    "StartHeld": _("The first day came and a gate was shut"),
    **HOURS_FACTS,
    **SHARED_FACTS,
    "GateAnswered": _("An answer was written down before the start"),
    "RelationAssessed": _("The working relation was assessed"),
    "FeasibilityTested": _("The shadow manager tested risk and feasibility"),
    "GateOverridden": _("A partner let a gate through"),
    "OverrideRevoked": _("A gate that was let through waits again"),
    "WorkHandedOn": _("All that this person guarded went to a colleague"),
    "StakeholderAdded": _("A stakeholder was written down"),
    "StanceNoted": _("It was noted where a stakeholder stands"),
    "StakeholderCorrected": _("What was written of a stakeholder was corrected"),
    "StakeholderRemoved": _("A stakeholder was removed"),
    "StakeholderPutBack": _("A stakeholder was put back"),
    "ShadowAsked": _("The shadow manager was asked about an approach to resistance"),
    "ShadowSaid": _("The shadow manager had a word in an approach to resistance"),
    "ResistanceSeen": _("Resistance was written down"),
    "ApproachChosen": _("An approach to resistance was chosen"),
    "EffectSeen": _("The effect of an approach was written down"),
    "ReadinessNoted": _("The readiness of a group was noted"),
    "OddsNoted": _("The odds of the change were reckoned"),
    "OldWayNoted": _("When the old way ends was noted"),
    "LeavingNoted": _("Somebody whom the change needs leaves"),
    "UptakeCounted": _("Attendance or the new way was counted"),
    "UptakeTakenAway": _("A count that was wrong was taken away"),
    "LeavingTakenAway": _("That somebody leaves was taken away"),
}
DETAILS = {
    "WeekReported": lambda fact: MOODS[Mood(fact["mood"])],
    "ReportCorrected": lambda fact: MOODS[Mood(fact["mood"])],
    "DecisionSettled": lambda fact: DECISION_STATES[DecisionState(fact["state"])],
    **HOURS_DETAILS,
    **PLAN_DETAILS,
    "GateAnswered": lambda fact: f"{GATES[Gate(fact['gate'])]}: {ANSWERS[Answer(fact['answer'])]}",
    "RelationAssessed": lambda fact: OUTCOMES[RelationOutcome(fact["outcome"])],
    "FeasibilityTested": lambda fact: VERDICTS[Verdict(fact["verdict"])],
    "GateOverridden": lambda fact: GATES[Gate(fact["gate"])],
    "OverrideRevoked": lambda fact: GATES[Gate(fact["gate"])],
}
