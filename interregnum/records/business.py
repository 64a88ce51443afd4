"""The tables in which every field is business: nothing in them is about a person."""

WHOLLY_BUSINESS = (
    "contract.ClauseVersion", "contract.Series", "deliver.MandateLine", "deliver.Result", "deliver.Phase",
    "deliver.PlanText", "deliver.PlanChange", "deliver.PlanDeviation", "deliver.SharedFileVersion",
    "deliver.WeeklyReport", "deliver.Measurement", "deliver.MissedWeek", "deliver.TakenOver", "deliver.HoursDay",
    "handover.IndexReading", "handover.FreeMeasure",
    "deliver.SignalReading", "deliver.OldWay", "deliver.Leaving",
    "jobs.MailFile",
    "jobs.MailAbout", "deliver.GroupTotal", "deliver.Readiness", "deliver.Uptake", "jobs.Worker", "jobs.Turn",
    "ensure.Review", "ensure.ReviewRecord", "ensure.ReviewAction", "journal.Entry", "journal.About", "journal.Head",
    "journal.Verification", "auth.Group", "auth.Permission", "contenttypes.ContentType", "deliver.PlanVersion",
    "deliver.SharedFile", "deliver.SharedNote", "deliver.SharedTask",
    "pulse.Survey", "pulse.Group", "pulse.Round", "pulse.Ticket", "pulse.Spent", "pulse.Tally", "web.Remembered",
    "invoice.InvoiceLine", "invoice.BilledDay", "invoice.InvoiceSeries", "invoice.InvoicePapers",
    "invoice.OrderReference", "invoice.BilledExtra", "invoice.FeeTerm",
    "invoice.PayLine", "invoice.PaidDay", "invoice.SelfBillSeries", "invoice.Books",
    "ask.Judgement", "ask.Triage", "ask.AskedQuestion", "choose.ProfileChange", "choose.MatchName",
    "choose.MatchStep", "choose.Proposal", "choose.ProposalQuestion", "records.Erasure", "people.SearchPlace",
)  # fmt: skip
