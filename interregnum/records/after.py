"""The same for what comes after the daily work of an assignment: guarantee, invoices, hand-over, aftercare, record."""

from interregnum.records.class_of import Table

AFTER: dict[str, Table] = {
    "guarantee.Complaint": Table(business="*", personal="reason words", managers="manager__code", shown=False),
    "guarantee.Hearing": Table(business="said_at", personal="words not_heard", managers="complaint__manager__code"),
    "guarantee.RootCause": Table(
        business="*", personal="words mended_how", managers="complaint__manager__code", shown=False
    ),
    "guarantee.TrusteeWord": Table(business="*", accounts="noted_by__code", shown=False),
    "guarantee.HandOver": Table(
        business="*", personal="document contacts decisions", managers="complaint__manager__code"
    ),
    "learn.RecordLine": Table(business="*", personal="comment contest verdict", managers="manager__code", goes=True),
    "learn.Record": Table(business="*", managers="manager__code", goes=True),
    "learn.Closed": Table(business="*"),
    # A case tells of nobody; what the client's people and the manager said of it goes when they are erased.
    "learn.Case": Table(business="*", personal="objection", managers="assignment__manager__code", shown=False),
    "learn.CaseText": Table(business="*", accounts="written_by__code", shown=False),
    "learn.CaseConsent": Table(business="*", personal="words withdrawn_why", accounts="answered_by__code"),
    "learn.CaseOverride": Table(business="*", personal="said reason", accounts="made_by__code", shown=False),
    "learn.CaseShown": Table(business="*"),
    "people.Proven": Table(business="*", managers="manager__code", goes=True),
    # The law wants invoices kept for seven years, with who made them: nothing that stands on one goes when somebody is
    # erased (KEPT_BY_LAW in records/sweep.py), what was said of it does.
    "invoice.Invoice": Table(business="*", personal="dispute_words", accounts="drafted_by__code", shown=False),
    "invoice.BankFile": Table(business="*", accounts="uploaded_by__code", shown=False),
    # Of whoever paid or was paid; kept as long as the books, as the law wants. Names and words go with the person
    # (records/bank.py): day, amount, account and reference say what was paid.
    "invoice.BankLine": Table(business="*", accounts="decided_by__code", shown=False),
    "invoice.ClosedMonth": Table(business="*", accounts="closed_by__code", shown=False),
    "invoice.Payment": Table(business="*", accounts="recorded_by__code", shown=False),
    "invoice.ClientBilling": Table(business="*", personal="mailbox", emails="mailbox", shown=False),
    # An invoice keeps the text of what it bills; the receipt of what was approved stays, as the law wants.
    "invoice.Extra": Table(business="*", personal="text why", managers="manager__code"),
    "invoice.Expense": Table(business="*", personal="agreed reason", managers="extra__manager__code"),
    "invoice.Fee": Table(business="*", shown=False),
    "invoice.Payable": Table(business="*", personal="why", managers="manager__code"),
    "invoice.SelfBilling": Table(business="*", personal="street postal_code city", managers="manager__code"),
    "guarantee.StandBy": Table(business="*", managers="manager__code", goes=True),
    # Names of the client's people on a card are the client's own; they go with a request of the client.
    "handover.Handover": Table(
        business="*", personal="successor successor_email successor_words ended_why", shown=False
    ),
    "handover.HandoverDocument": Table(
        business="*", personal="opening agreements risks days contacts told", sensitive="token_hash", shown=False
    ),
    "handover.FreeWeek": Table(business="*", personal="conclusion", shown=False),
    "handover.DocumentAnswer": Table(business="*", personal="reason lacks", accounts="answered_by__code", shown=False),
    "handover.GivingBack": Table(business="*", managers="contract__manager__code"),
    "handover.GivenBack": Table(business="*", accounts="said_by__code", shown=False),
    "handover.AnchorCard": Table(business="*", personal="owner deputy sponsor", shown=False),
    "handover.GateOverride": Table(business="*", personal="reason", accounts="made_by__code", shown=False),
    "handover.Evaluation": Table(business="*", personal="words", accounts="written_by__code", shown=False),
    "keep.ResultCheck": Table(business="*", personal="decided_why", accounts="decided_by__code", shown=False),
    "keep.Aftercare": Table(business="*", personal="talk balance gone_why", sensitive="token_hash", shown=False),
    "handover.NewMeasure": Table(business="*", personal="why", accounts="written_by__code", shown=False),
    "handover.ClosedResult": Table(business="*", personal="owner", shown=False),
}
