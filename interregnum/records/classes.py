"""How confidential each field of each table is, and whose a row is: the one table that access and erasure obey.

Four classes: public, business, personal, and sensitive (trust of somebody: passwords, screening, references, notes).
A key, a code and a reference to another row are business unless a table names them otherwise. A field that stands in
no class is found by a test; until it has one it is treated as personal.
"""

from interregnum.records.after import AFTER
from interregnum.records.business import WHOLLY_BUSINESS
from interregnum.records.class_of import Class as Class
from interregnum.records.class_of import Table as Table

TABLES: dict[str, Table] = {
    "people.Account": Table(
        business="language is_active sessions_version",
        personal="email name last_login",
        sensitive="password",
        accounts="code",
    ),
    "people.Seat": Table(business="role", accounts="account__code"),
    "people.Authority": Table(
        business="scope basis extract extract_on recorded_by recorded_at ended_at",
        personal="told_by",
        emails="contact__email",
    ),
    "people.Invitation": Table(
        personal="sent_at expires_at used_at", sensitive="token_hash", accounts="account__code", goes=True
    ),
    "people.NextPartner": Table(business="*", accounts="account__code", goes=True),
    "people.LostFactor": Table(business="*", accounts="account__code", goes=True),
    "people.Screening": Table(
        business="kind purpose basis outcome",
        personal="entered_at decided_on",
        sensitive="sealed_detail",
        managers="manager__code",
        goes=True,
    ),
    # Who looked into somebody's file, and why: the person may see it.
    "people.Reading": Table(business="role what", personal="reason read_at", managers="manager__code", goes=True),
    # Hashes of what the profile says, made again each night.
    "people.DuplicateKey": Table(business="*", managers="manager__code", goes=True),
    "people.Duplicate": Table(business="*", personal="grounds", managers="first__code second__code", goes=True),
    "people.Merge": Table(
        business="*", personal="before after moved dropped", managers="winner__code loser__code", goes=True, shown=False
    ),
    "people.SavedView": Table(business="is_shared", personal="name query", accounts="owner__code", goes=True),
    "people.ListTaste": Table(business="*", accounts="account__code", goes=True),
    "people.MailWish": Table(business="*", accounts="account__code", goes=True),
    "people.Contact": Table(
        business="language is_active", personal="name email phone function", emails="email", goes=True
    ),
    "people.Manager": Table(
        business="travel_km days_a_week level disciplines sectors languages categories reasons operational adviser "
        "coach change first_result_weeks deadlocks_broken cases_with_referee declared is_active "
        "died_at",
        personal="name email phone place available_on day_rate former_employers conflicts wants_permanent summary",
        theirs="*",
        managers="code",
    ),
    "people.Application": Table(
        business="state language signs sent_at confirmed_at decided_at decided_by",
        personal="*",
        sensitive="token_hash",
        emails="email",
        goes=True,
    ),
    "people.Position": Table(personal="*", managers="manager__code", goes=True),
    "people.Study": Table(personal="*", managers="manager__code", goes=True),
    "people.CvFile": Table(business="settled_at", personal="*", managers="manager__code", goes=True),
    "people.Case": Table(
        business="category reasons level discipline sector operational adviser coach change first_result_weeks",
        personal="*",
        sensitive="token_hash",
        theirs="*",
        managers="manager__code",
        goes=True,
    ),
    "people.Availability": Table(
        personal="said_at asked_at", sensitive="token_hash", managers="manager__code", goes=True
    ),
    "people.StayConsent": Table(business="noted_by read_at", personal="*", managers="manager__code", goes=True),
    "people.Away": Table(personal="*", managers="manager__code", goes=True),
    "people.Business": Table(sensitive="*", theirs="*", managers="manager__code", goes=True),
    "people.Insurance": Table(business="cover", personal="*", theirs="*", managers="manager__code", goes=True),
    "people.Declaration": Table(sensitive="*", theirs="*", managers="manager__code", goes=True),
    "people.Note": Table(business="kind at next_on done_at", personal="text next_action", managers="manager__code"),
    "people.SearchEntry": Table(business="*", personal="title note"),
    "people.SearchWord": Table(personal="text"),
    "people.SearchSlip": Table(personal="text"),
    "people.Organisation": Table(business="*"),
    "people.Firm": Table(public="name site languages logo", business="*", sensitive="mail_password"),
    "people.Discipline": Table(public="*"),
    "people.Sector": Table(public="*"),
    "people.Import": Table(business="*", personal="uploaded_by"),
    "people.ImportFault": Table(business="line column code", personal="value"),
    # An assignment's life
    "ask.Request": Table(
        business="text added organisation_name language received_at state state_reason call_by signs",
        personal="contact_name contact_email contact_phone",
        emails="contact_email",
    ),
    "ask.IntakeAnswer": Table(business="*", personal="who"),
    "ask.IntakeLink": Table(
        business="sent_at expires_at", sensitive="token_hash", emails="request__contact_email", goes=True, shown=False
    ),
    "ask.Question": Table(public="*"),
    "ask.QuestionVersion": Table(business="content changed_at", personal="changed_by"),
    "ask.Asker": Table(
        business="language is_held left_at answered_at",
        personal="name email phone message",
        emails="email",
        goes=True,
    ),
    "brief.Brief": Table(business="*", personal="problem_owner"),
    "brief.BriefVersion": Table(business="*", personal="content remark"),
    "choose.Shortlist": Table(business="drawn_at pool wanted weights funnel record brief_version", personal="excluded"),
    "choose.Listed": Table(business="position", personal="total points read", managers="manager__code"),
    # Made again from the profile, which says first what is left of it.
    "choose.ManagerRow": Table(
        business="*", personal="available rate x y permanent employers conflicts", managers="code", goes=True
    ),
    "choose.Contest": Table(business="*", personal="words answer", managers="manager__code"),
    "choose.Departure": Table(business="deed why at", personal="words by", managers="manager__code"),
    "choose.PastRow": Table(
        business="*", personal="available rate x y permanent employers conflicts", managers="code", goes=True
    ),
    "choose.Acquaintance": Table(
        business="*", personal="slots place starts_at", managers="candidacy__manager__code", shown=True
    ),
    "choose.Chemistry": Table(
        business="side recorded_at",
        personal="answers words",
        managers="acquaintance__candidacy__manager__code",
        goes=True,
        shown=False,
    ),
    "choose.Candidacy": Table(
        business="state client_rate manager_rate starts_on answered_at",
        personal="rationale answer",
        managers="manager__code",
    ),
    "contract.SigningCode": Table(
        business="sha256 tries",
        personal="made_at expires_at used_at",
        sensitive="code_hash",
        accounts="account__code",
        goes=True,
    ),
    "contract.Framework": Table(
        business="number language clauses terms drawn_at withdrawn_at lapses_on is_lapsed is_from_before signed_at "
        "signed_sha256 scan_sha256 paper_on consent sealed_at sealed_sha256 sealed_with is_stamped",
        personal="signed_name signed_address entitled end_reason",
        accounts="signed_by__code",
    ),
    "contract.Contract": Table(
        business="*",
        personal="end_reason amend_reason decided_by",
        sensitive="leaving absent_since awaited_since",
        managers="manager__code",
    ),
    "contract.Indexation": Table(business="*", accounts="told_by__code"),
    "contract.EndWish": Table(business="runs_until asked wish said_at", personal="words", accounts="said_by__code"),
    "contract.Agreement": Table(
        business="side asked_at signed_at signed_sha256 scan_sha256 paper_on consent sealed_at sealed_sha256 "
        "sealed_with is_stamped",
        personal="signed_name signed_address entitled",
        accounts="signed_by__code",
    ),
    "deliver.Assignment": Table(business="*", personal="reports_to", managers="manager__code"),
    **{name: Table(business="*") for name in WHOLLY_BUSINESS},
    "deliver.Tenure": Table(business="*", managers="manager__code"),
    "deliver.HoursWeek": Table(business="*", personal="returned_why", managers="manager__code"),
    "deliver.HoursCorrection": Table(business="*", personal="reason", accounts="made_by__code"),
    "deliver.Decision": Table(business="*", personal="named words", managers="assignment__manager__code"),
    "deliver.GateAnswer": Table(business="*", personal="note", managers="contract__manager__code"),
    "deliver.RelationCheck": Table(business="*", personal="remark pointing", managers="contract__manager__code"),
    "deliver.FeasibilityTest": Table(business="*", personal="reason", accounts="tested_by__code"),
    # Who stands where, of third persons: with the account that wrote it, it goes whole.
    "deliver.Stakeholder": Table(
        business="*", personal="name name_key", accounts="added_by__code", goes=True, shown=False
    ),
    "deliver.Stance": Table(sensitive="*", accounts="noted_by__code", goes=True, shown=False),
    "deliver.Resistance": Table(
        sensitive="seen_on behaviour cause noted_at", accounts="noted_by__code", goes=True, shown=False
    ),
    "deliver.ChosenApproach": Table(
        business="chosen_on due_on",
        personal="carried_out_by",
        sensitive="approach why effect effect_seen effect_on word word_why word_on",
        accounts="chosen_by__code",
        goes=True,
        shown=False,
    ),
    # Taken from the facts, in which a name may stand; what is emptied is measured anew.
    "deliver.QualityPicture": Table(
        business="*", personal="measured", managers="assignment__manager__code", goes=True, shown=False
    ),
    "deliver.Odds": Table(business="*", personal="remark", accounts="noted_by__code", shown=False),
    "deliver.GateMark": Table(business="*", personal="reason", accounts="made_by__code", shown=False),
    # Sealed: not even who asks for their own data gets it, for the other of the two wrote half of it.
    "ensure.Notebook": Table(business="sealed_key", managers="manager__code", shown=False),
    "ensure.Sounding": Table(business="*", managers="notebook__manager__code", shown=False),
    "ensure.NotebookEntry": Table(
        business="written_at", sensitive="sealed", accounts="written_by__code", goes=True, shown=False
    ),
    "ensure.ReleasedEntry": Table(
        business="*", sensitive="sealed_why sealed_text", accounts="released_by__code", shown=False
    ),
    # Of a pulse no row is anybody's answer; an address is an employee's, and goes whole.
    "pulse.Address": Table(business="asked_round", personal="email", emails="email", goes=True),
    "pulse.Word": Table(sensitive="text"),
    "pulse.Quote": Table(business="is_hidden", sensitive="text"),
    **AFTER,
    "ensure.ShadowAppointment": Table(business="appointed_at intensity", personal="reason", accounts="shadow__code"),
    "ensure.StatedIndependence": Table(business="*", accounts="shadow__code"),
    "ensure.ShadowKnowledge": Table(business="*", accounts="account__code", goes=True),
    "ensure.PastShadow": Table(business="*", personal="reason ended_why", accounts="shadow__code"),
    # What one prepared is theirs; the record of the three belongs to all of them, and goes for none alone.
    "ensure.AssignmentOutcome": Table(business="*", personal="why", accounts="noted_by__code", shown=False),
    "ensure.NoCommission": Table(business="*", managers="manager__code"),
    # Of third persons: it goes with the manager.
    "ensure.IntroducedPerson": Table(
        business="introduced_on noted_at declared_at overlap_at",
        personal="name tie kvk address overlap_answer",
        sensitive="iban",
        managers="assignment__manager__code",
        goes=True,
        shown=False,
    ),
    "ensure.Escalation": Table(business="*", personal="closed_why", accounts="closed_by__code", shown=False),
    "ensure.EscalationStep": Table(business="*", personal="outcome with_whom", accounts="done_by__code", shown=False),
    "ensure.ReviewMove": Table(business="*", personal="why", accounts="moved_by__code", shown=False),
    "ensure.Preparation": Table(
        business="side score version ready_at left_at",
        personal="reason assignment mandate commitment risks anchoring",
        accounts="written_by__code",
    ),
    "ensure.SignOff": Table(business="*", accounts="signed_by__code"),
    "files.StoredFile": Table(business="media_type size sha256 path stored_at", personal="name"),
    "jobs.Mail": Table(
        business="template language about is_secret state tries written_at sent_at quiet not_before bounced_at",
        personal="to name subject text html calendar link last_error",
        emails="to",
    ),
    "jobs.Effort": Table(business="*", personal="reason"),
    "jobs.Started": Table(business="*", accounts="by", goes=True, shown=False),
    "journal.Payload": Table(personal="content", sensitive="nonce"),
    "parameters.Parameter": Table(business="*", personal="changed_by"),
    "records.GroupAnswer": Table(
        business="manager said_at", sensitive="age gender", theirs="age gender", managers="manager", goes=True
    ),
    "records.Hold": Table(business="*", personal="reason"),
    "records.PoolStay": Table(
        business="manager is_given",
        personal="since reminded_at",
        sensitive="token_hash",
        managers="manager",
        goes=True,
    ),
    "records.DataRequest": Table(
        business="account language decided_by wanted state asked_at confirmed_at due_on decided_at expires_at "
        "reminded_on erased_as",
        personal="name email reason",
        sensitive="token_hash",
        accounts="account",
        emails="email",
    ),
    "web.Submission": Table(business="account sent_at token", personal="location", accounts="account", shown=False),
    # Made by others
    "mfa.Authenticator": Table(
        business="type", personal="created_at last_used_at", sensitive="data", accounts="user__code", goes=True
    ),
    "usersessions.UserSession": Table(
        personal="created_at ip last_seen_at user_agent data",
        sensitive="session_key",
        accounts="user__code",
        goes=True,
    ),
    "account.EmailAddress": Table(business="verified primary", personal="email", accounts="user__code", goes=True),
    "account.EmailConfirmation": Table(
        business="created sent", sensitive="key", accounts="email_address__user__code", goes=True
    ),
    "django_tasks_database.DBTaskResult": Table(business="*", personal="args_kwargs return_value traceback"),
    "sessions.Session": Table(business="expire_date", sensitive="session_key session_data"),
}
