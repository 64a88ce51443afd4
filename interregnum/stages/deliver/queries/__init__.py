"""What pages, desks and later stages may know of assignments."""

from interregnum.stages.deliver.queries.decisions import (
    DecisionLine,
    DecisionPage,
    decision_page,
    decisions_overdue,
    decisions_to_take,
)
from interregnum.stages.deliver.queries.desks import (
    AssignmentLine,
    OwnWork,
    PlanLine,
    UnderWay,
    UnreadLine,
    WeekLine,
    assignments_of,
    assignments_table,
    late_reports,
    own_work,
    plans_waiting,
    under_way,
    unread_reports,
)
from interregnum.stages.deliver.queries.engaged import engagements_of
from interregnum.stages.deliver.queries.gate_desks import (
    CheckDue,
    StartLine,
    relations_due,
    starts_waiting,
)
from interregnum.stages.deliver.queries.gate_facts import shut_of
from interregnum.stages.deliver.queries.help import HelpLine, help_to_give
from interregnum.stages.deliver.queries.hours import HoursWeekPage, WriteHoursPage, hours_week_page, write_hours_page
from interregnum.stages.deliver.queries.hours_desks import (
    AnswerLine,
    HoursLine,
    approved_minutes,
    hours_table,
    hours_to_answer,
)
from interregnum.stages.deliver.queries.hours_weeks import HoursPage, hours_page
from interregnum.stages.deliver.queries.mandate import MandatePage, Unannounced, mandate_page, unannounced
from interregnum.stages.deliver.queries.picture import Picture, assignment_picture
from interregnum.stages.deliver.queries.plan_versions import Recontract, to_recontract
from interregnum.stages.deliver.queries.plans import PlanPage, plan_page, plan_saves
from interregnum.stages.deliver.queries.reports import ReportPage, WritePage, report_page, write_page
from interregnum.stages.deliver.queries.resistances import EffectDue, WordAsked, effects_due, words_asked
from interregnum.stages.deliver.queries.shared import TaskDue, tasks_due
from interregnum.stages.deliver.queries.visible import (
    AssignmentFacts,
    account_owners_of,
    assignment_facts,
    assignment_of,
    facts_of,
    terms_of_manager,
    visible_to,
)

__all__ = [
    "AnswerLine",
    "AssignmentFacts",
    "AssignmentLine",
    "CheckDue",
    "DecisionLine",
    "DecisionPage",
    "EffectDue",
    "HelpLine",
    "HoursLine",
    "HoursPage",
    "HoursWeekPage",
    "MandatePage",
    "OwnWork",
    "Picture",
    "PlanLine",
    "PlanPage",
    "Recontract",
    "ReportPage",
    "StartLine",
    "TaskDue",
    "Unannounced",
    "UnderWay",
    "UnreadLine",
    "WeekLine",
    "WordAsked",
    "WriteHoursPage",
    "WritePage",
    "account_owners_of",
    "approved_minutes",
    "assignment_facts",
    "assignment_of",
    "assignment_picture",
    "assignments_of",
    "assignments_table",
    "decision_page",
    "decisions_overdue",
    "decisions_to_take",
    "effects_due",
    "engagements_of",
    "facts_of",
    "help_to_give",
    "hours_page",
    "hours_table",
    "hours_to_answer",
    "hours_week_page",
    "late_reports",
    "mandate_page",
    "own_work",
    "plan_page",
    "plan_saves",
    "plans_waiting",
    "relations_due",
    "report_page",
    "shut_of",
    "starts_waiting",
    "tasks_due",
    "terms_of_manager",
    "to_recontract",
    "unannounced",
    "under_way",
    "unread_reports",
    "visible_to",
    "words_asked",
    "write_hours_page",
    "write_page",
]
