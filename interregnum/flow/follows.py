"""What is done now because something happened, in the same transaction. The only table of consequences."""

from interregnum.flow import notices, search_index, taken, twice
from interregnum.journal.record import Follower
from interregnum.kernel.fact import Fact
from interregnum.people.availability_facts import AvailabilityMoved, AvailabilitySaid
from interregnum.people.deaths import DeathWithdrawn, ManagerDied
from interregnum.people.facts import (
    AccountClosed,
    ApplicationJudged,
    BusinessSaved,
    CaseJudged,
    CaseSaved,
    CaseWithdrawn,
    ClientsImported,
    ContactSaved,
    CvAccepted,
    DeclarationMade,
    FactorAdded,
    FactorRemoved,
    InvitationAccepted,
    OrganisationSaved,
    PasswordChanged,
    ProfileSaved,
    ProofKept,
    RoleTaken,
    RosterImported,
)
from interregnum.people.merge_facts import ManagersMerged, MergeUndone
from interregnum.records.facts import PersonErased
from interregnum.stages.ask.facts import IntakePassed, OwnerChanged, RequestClosed, RequestReceived, TriageConfirmed
from interregnum.stages.brief.actions.draft_brief import draft_brief
from interregnum.stages.brief.facts import BriefAgreed, BriefSentBack
from interregnum.stages.choose.actions.keep_rows import profiles_changed
from interregnum.stages.choose.actions.withdraw_candidate import withdraw_candidacies
from interregnum.stages.choose.facts import (
    AskingStopped,
    CandidateGone,
    CandidateTaken,
    ManagerAnswered,
    ManagersInvited,
    ProposalAccepted,
    ProposalDeclined,
    ProposalGaveWay,
    ProposalSent,
    ProposalStopped,
    QuestionAsked,
)
from interregnum.stages.contract.actions.draw_contract import draw_contract
from interregnum.stages.contract.actions.end_unsigned import withdraw_by_death
from interregnum.stages.contract.actions.leave import leave_by_death
from interregnum.stages.contract.actions.mark_taken import look_at_candidates, look_at_proposal
from interregnum.stages.contract.facts import (
    AgreementSigned,
    AmendmentDrawn,
    AmendmentSigned,
    ContractDrawn,
    ContractLapsed,
    ContractSigned,
    ContractWithdrawn,
    FrameworkLapsed,
    FrameworkPaperKept,
    FrameworkReplaced,
    FrameworkSigned,
    FrameworkWithdrawn,
    GuaranteeHonoured,
    LeftEarlier,
    ManagerLeft,
    NoticeGiven,
)
from interregnum.stages.deliver.actions.follow_owner import follow_owner
from interregnum.stages.deliver.actions.follow_term import end_by_guarantee, end_earlier, end_for_manager, follow_term
from interregnum.stages.deliver.actions.open_assignment import open_assignment
from interregnum.stages.deliver.facts import (
    AssignmentOpened,
    AssignmentStarted,
    FeasibilityTested,
    GateAnswered,
    ManagerSucceeded,
    MandateSet,
    PlanAgreed,
    PlanSentBack,
    ReportMissed,
    ReportRead,
    StartHeld,
    SuccessorStayedAway,
    TermMoved,
    WeekReported,
    WorkHandedOn,
)
from interregnum.stages.ensure.actions.hand_seats_on import (
    follow_appointed,
    follow_resigned,
    follow_stayed_away,
    follow_succeeded,
)
from interregnum.stages.ensure.actions.plan_reviews import follow_end, follow_plan, follow_start
from interregnum.stages.ensure.actions.resign_shadow_manager import end_by_death, end_without_account
from interregnum.stages.ensure.facts import ShadowAppointed, ShadowResigned
from interregnum.stages.guarantee.actions.follow import (
    follow_answer,
    follow_gave_way,
    follow_invited,
    follow_invoked,
    follow_pick,
    follow_signed,
    follow_stopped,
)
from interregnum.stages.guarantee.actions.guard import follow_shadow_came, follow_shadow_left
from interregnum.stages.guarantee.actions.hear import follow_death_withdrawn, follow_died
from interregnum.stages.guarantee.actions.reopen import follow_drawn, follow_left, follow_unsigned
from interregnum.stages.guarantee.facts import CauseFound, GuaranteeInvoked
from interregnum.stages.handover.actions.give_back import follow_leaving
from interregnum.stages.handover.actions.open_handover import follow_plan_agreed
from interregnum.stages.handover.actions.succeed import ask_employees, follow_pulse
from interregnum.stages.handover.facts import EvaluationWritten, HandoverClosed
from interregnum.stages.keep.actions.plan_aftercare import plan_aftercare
from interregnum.stages.keep.facts import AftercareAnswered
from interregnum.stages.learn.actions.follow import follow_cause, follow_late
from interregnum.stages.learn.actions.keep_record import follow_merge
from interregnum.stages.pulse.facts import PulseClosed

FOLLOWS: dict[type[Fact], tuple[Follower, ...]] = {
    InvitationAccepted: (notices.account_opened,),
    AccountClosed: (end_without_account,),
    RoleTaken: (end_without_account,),
    PasswordChanged: (notices.door_changed,),
    FactorAdded: (notices.door_changed,),
    FactorRemoved: (notices.door_changed,),
    OrganisationSaved: (search_index.client_changed,),
    ContactSaved: (search_index.client_changed,),
    RosterImported: (search_index.many_imported, profiles_changed, twice.many_came),
    ManagerDied: (
        search_index.manager_gone,
        profiles_changed,
        withdraw_candidacies,
        withdraw_by_death,
        leave_by_death,
        end_by_death,
        follow_died,
    ),
    DeathWithdrawn: (search_index.manager_changed, profiles_changed, follow_death_withdrawn),
    ManagersMerged: (search_index.managers_merged, profiles_changed, follow_merge),
    MergeUndone: (search_index.managers_merged, profiles_changed, follow_merge),
    ClientsImported: (search_index.many_imported,),
    PersonErased: (search_index.many_imported,),
    CvAccepted: (search_index.manager_changed, profiles_changed, twice.one_came),
    ApplicationJudged: (search_index.manager_changed, profiles_changed, twice.one_came),
    BusinessSaved: (twice.one_came,),
    ProfileSaved: (search_index.manager_changed, profiles_changed, twice.one_came),
    DeclarationMade: (profiles_changed,),
    AvailabilitySaid: (profiles_changed,),
    AvailabilityMoved: (profiles_changed,),
    CaseSaved: (profiles_changed,),
    CaseJudged: (profiles_changed,),
    CaseWithdrawn: (profiles_changed,),
    ProofKept: (profiles_changed,),
    ContractDrawn: (search_index.contract_drawn, follow_drawn),
    AssignmentOpened: (search_index.assignment_opened, taken.assignment_opened),
    ManagerSucceeded: (search_index.assignment_opened, taken.assignment_opened, follow_succeeded),
    SuccessorStayedAway: (search_index.assignment_opened, follow_stayed_away),
    RequestReceived: (
        search_index.request_changed,
        notices.request_came_in,
    ),
    TriageConfirmed: (
        search_index.request_changed,
        notices.answer_is_there,
    ),
    IntakePassed: (draft_brief,),
    OwnerChanged: (follow_owner,),
    WorkHandedOn: (notices.work_handed_on,),
    RequestClosed: (
        search_index.request_changed,
        notices.answer_is_there,
    ),
    BriefAgreed: (notices.brief_answered,),
    BriefSentBack: (notices.brief_answered,),
    ManagersInvited: (follow_invited,),
    ProposalStopped: (follow_stopped,),
    AskingStopped: (follow_stopped,),
    ProposalGaveWay: (follow_gave_way,),
    ManagerAnswered: (notices.manager_answered, follow_answer),
    QuestionAsked: (notices.question_asked,),
    ProposalAccepted: (draw_contract, look_at_candidates, notices.client_decided, follow_pick),
    ProposalSent: (look_at_proposal,),
    CandidateGone: (notices.candidate_gone,),
    CandidateTaken: (notices.candidate_taken,),
    ProposalDeclined: (notices.client_decided,),
    AgreementSigned: (notices.one_side_signed,),
    AmendmentDrawn: (search_index.contract_drawn,),
    AmendmentSigned: (follow_term, notices.both_sides_signed),
    ManagerLeft: (follow_left, end_for_manager, look_at_candidates, notices.manager_left, follow_leaving),
    LeftEarlier: (follow_left, end_earlier, notices.manager_left, follow_leaving),
    NoticeGiven: (end_for_manager, look_at_candidates, notices.notice_given),
    GuaranteeInvoked: (follow_invoked,),
    GuaranteeHonoured: (end_by_guarantee, look_at_candidates, follow_leaving),
    TermMoved: (taken.term_moved, follow_end),
    ContractLapsed: (follow_unsigned, look_at_candidates, notices.contract_over),
    ContractWithdrawn: (follow_unsigned, look_at_candidates, notices.contract_over),
    ContractSigned: (open_assignment, notices.both_sides_signed, follow_signed),
    FrameworkSigned: (notices.framework_signed,),
    FrameworkPaperKept: (notices.framework_signed,),
    FrameworkLapsed: (notices.framework_over,),
    FrameworkWithdrawn: (notices.framework_over,),
    FrameworkReplaced: (notices.framework_over,),
    StartHeld: (notices.start_held,),
    GateAnswered: (notices.gate_answered,),
    FeasibilityTested: (notices.feasibility_judged,),
    AssignmentStarted: (notices.assignment_started, follow_start),
    MandateSet: (notices.mandate_written,),
    PlanAgreed: (notices.plan_settled, follow_plan, follow_plan_agreed),
    PlanSentBack: (notices.plan_settled,),
    WeekReported: (notices.week_reported,),
    ReportRead: (notices.week_read,),
    ReportMissed: (notices.week_missed,),
    HandoverClosed: (ask_employees, plan_aftercare),
    PulseClosed: (follow_pulse,),
    ShadowAppointed: (notices.shadow_appointed, follow_appointed, follow_shadow_came),
    ShadowResigned: (follow_resigned, follow_shadow_left),
    CauseFound: (follow_cause,),
    EvaluationWritten: (follow_late,),
    AftercareAnswered: (follow_late,),
}
