"""A contract: one agreement with the client and its mirror with the manager, under one number."""

from django.db import models

from interregnum.columns.fields import CodeField, EnumField, MoneyField
from interregnum.stages.contract.rules.ending import Asked, Leaving, Wish
from interregnum.stages.contract.rules.states import OVER, ContractState, Deed, Side


class ClauseVersion(models.Model):
    """The words of a clause from a day on. A row is never changed: what was signed refers to it.

    Of the versions that hold from the same day the last one counts. `changed_by` is nobody for what the software came
    with; an empty text leaves the clause out.
    """

    deed = EnumField(Deed)
    clause = models.CharField(max_length=40)
    version = models.PositiveSmallIntegerField()
    valid_from = models.DateField()
    title_nl = models.CharField(max_length=80)
    title_en = models.CharField(max_length=80)
    text_nl = models.TextField(blank=True)
    text_en = models.TextField(blank=True)
    note = models.CharField(max_length=200, blank=True)
    changed_by = models.ForeignKey("people.Account", models.PROTECT, null=True, related_name="+")
    changed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["deed", "clause", "-version"]
        constraints = [models.UniqueConstraint(fields=["deed", "clause", "version"], name="one_clause_version")]


class Signable(models.Model):
    """A document, and who agreed to it when, with the hash of what they agreed to.

    `signed_address` is the network address, kept for a term. `sealed` is the document with a page of signatures under
    the seal of the firm; its hash stays when the file goes, and `sealed_with` is the fingerprint of the certificate.

    Signed on paper instead: `scan` is the paper, `paper_on` its day, `entitled` by what whoever signed it was entitled
    to, and `scanned_by` who at the bureau keeps it.
    """

    document = models.ForeignKey("files.StoredFile", models.PROTECT, null=True, related_name="+")
    signed_at = models.DateTimeField(null=True)
    signed_by = models.ForeignKey("people.Account", models.PROTECT, null=True, related_name="+")
    signed_name = models.CharField(max_length=120, blank=True)
    signed_sha256 = models.CharField(max_length=64, blank=True)
    signed_address = models.CharField(max_length=45, blank=True)
    consent = models.TextField(blank=True)
    authority = models.ForeignKey("people.Authority", models.SET_NULL, null=True, related_name="+")
    sealed = models.ForeignKey("files.StoredFile", models.PROTECT, null=True, related_name="+")
    sealed_at = models.DateTimeField(null=True)
    sealed_sha256 = models.CharField(max_length=64, blank=True, db_index=True)
    sealed_with = models.CharField(max_length=64, blank=True)
    is_stamped = models.BooleanField(default=False)
    scan = models.ForeignKey("files.StoredFile", models.PROTECT, null=True, related_name="+")
    scan_sha256 = models.CharField(max_length=64, blank=True)
    paper_on = models.DateField(null=True)
    entitled = models.CharField(max_length=200, blank=True)
    scanned_by = models.ForeignKey("people.Account", models.PROTECT, null=True, related_name="+")

    class Meta:
        abstract = True


class Framework(Signable):
    """The framework agreement with a client, for all assignments, signed by the client.

    `clauses` holds the [code, version] of each clause, `terms` the values in them by the name of their parameter; the
    last one that was signed holds. One that ended before it was signed is `withdrawn_at`: taken back,
    why so in `end_reason`, or `is_lapsed`, on the day `lapses_on`. `drawn_by` guards it; nobody for one from before
    that was kept.

    One that `is_from_before` was signed on paper before the firm kept its agreements here: it has a scan and no
    document, `drawn_at` is when it was kept, and `signed_at` stands for the day on the paper.
    """

    code = CodeField()
    number = models.CharField(max_length=20, unique=True)
    organisation = models.ForeignKey("people.Organisation", models.PROTECT, related_name="frameworks")
    contact = models.ForeignKey("people.Contact", models.SET_NULL, null=True, related_name="+")
    language = models.CharField(max_length=2)
    clauses = models.JSONField(default=dict)
    terms = models.JSONField(default=dict)
    drawn_at = models.DateTimeField()
    drawn_by = models.ForeignKey("people.Account", models.PROTECT, null=True, related_name="+")
    is_from_before = models.BooleanField(default=False)
    withdrawn_at = models.DateTimeField(null=True)
    lapses_on = models.DateField(null=True)
    is_lapsed = models.BooleanField(default=False)
    end_reason = models.TextField(blank=True)

    class Meta:
        ordering = ["-pk"]


class Contract(models.Model):
    """What was agreed, as signed: `guarantee` holds the terms of that clause as values, `clauses` the [code, version]
    of each clause of each side in their order, `terms` the values in those other clauses and what the guarantee grants
    (empty for a contract from before they were kept), `brief_version` the number of the brief that was approved then.

    Rates are euros a day excl. VAT.

    `signs_first`: the other side signs after that one. `lapses_on` is the day on which it lapses unsigned; None for a
    contract from before that was kept. `end_reason` is why the bureau took it back.

    `runs_until` is the last day as it stands now: amendments move it, and a manager who leaves (`left_at`, `leaving`).
    `notice_until`: the last day by ordinary notice, whatever ended it before that day. `decided_by` of who left: who at
    the client agreed to a day earlier than the notice.
    `absent_since`: the first day on which the manager could not work, None when they can; nothing says why.
    `awaited_since`: the day on which the client last said to wait.
    An amendment is a contract of its own that `amends` one: its terms hold from its first day on, `decided_by` is who
    decided so and `amend_reason` why. One that `replaces` another goes on with its assignment, under the guarantee.
    """

    code = CodeField()
    number = models.CharField(max_length=20, unique=True)
    candidacy = models.ForeignKey("choose.Candidacy", models.PROTECT, related_name="contracts")
    brief = models.ForeignKey("brief.Brief", models.PROTECT, related_name="contracts")
    organisation = models.ForeignKey("people.Organisation", models.PROTECT, related_name="contracts")
    manager = models.ForeignKey("people.Manager", models.PROTECT, related_name="contracts")
    state = EnumField(ContractState, default=ContractState.DRAWN)
    client_rate = MoneyField()
    manager_rate = MoneyField()
    days_a_week = models.PositiveSmallIntegerField()
    starts_on = models.DateField()
    ends_on = models.DateField()
    notice_days = models.PositiveSmallIntegerField()
    payment_days = models.PositiveSmallIntegerField()
    guarantee = models.JSONField()
    clauses = models.JSONField(default=dict)
    terms = models.JSONField(default=dict)
    brief_version = models.PositiveSmallIntegerField(null=True)
    framework = models.ForeignKey(Framework, models.PROTECT, null=True, related_name="contracts")
    drawn_at = models.DateTimeField()
    signs_first = EnumField(Side, default=Side.CLIENT)
    lapses_on = models.DateField(null=True, db_index=True)
    ended_at = models.DateTimeField(null=True)
    end_reason = models.TextField(blank=True)
    runs_until = models.DateField(null=True, db_index=True)
    left_at = models.DateTimeField(null=True)
    leaving = EnumField(Leaving, blank=True, default="")
    notice_until = models.DateField(null=True)
    absent_since = models.DateField(null=True)
    awaited_since = models.DateField(null=True)
    amends = models.ForeignKey("self", models.CASCADE, null=True, related_name="amendments")
    replaces = models.ForeignKey("self", models.PROTECT, null=True, related_name="successors")
    amend_reason = models.TextField(blank=True)
    decided_by = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")), name="contract_ends_after_start"
            ),
            models.UniqueConstraint(
                fields=["candidacy"],
                condition=models.Q(amends=None) & ~models.Q(state__in=OVER),
                name="one_live_contract_a_choice",
            ),
            models.UniqueConstraint(
                fields=["amends"], condition=models.Q(state=ContractState.DRAWN), name="one_open_amendment"
            ),
        ]


class Indexation(models.Model):
    """A raise of the rates by the index, as it was told to both sides: from a day on, by percents that never change.

    `index_percent` is by how much the index had risen by the figure that held when it was told. One that was taken back
    before its day is `withdrawn_at`.
    """

    contract = models.ForeignKey(Contract, models.CASCADE, related_name="indexations")
    holds_from = models.DateField()
    percent = models.DecimalField(max_digits=5, decimal_places=2)
    manager_percent = models.DecimalField(max_digits=5, decimal_places=2)
    index_percent = models.DecimalField(max_digits=5, decimal_places=2)
    told_at = models.DateTimeField()
    told_by = models.ForeignKey("people.Account", models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["holds_from", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["contract", "holds_from"], condition=models.Q(withdrawn_at=None), name="one_raise_a_day"
            )
        ]


class Agreement(Signable):
    """One side of a contract. `asked_at`: when its turn to sign came."""

    contract = models.ForeignKey(Contract, models.CASCADE, related_name="agreements")
    side = EnumField(Side)
    asked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["contract", "side"], name="one_agreement_a_side")]


class SigningCode(models.Model):
    """A code that was mailed to one account, to sign the document that has this hash; once."""

    agreement = models.ForeignKey(Agreement, models.CASCADE, null=True, related_name="codes")
    framework = models.ForeignKey(Framework, models.CASCADE, null=True, related_name="codes")
    account = models.ForeignKey("people.Account", models.CASCADE, related_name="+")
    sha256 = models.CharField(max_length=64)
    code_hash = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-pk"]


class EndWish(models.Model):
    """What one side wants as the last day comes near; asked anew when an amendment moves that day."""

    contract = models.ForeignKey(Contract, models.CASCADE, related_name="wishes")
    runs_until = models.DateField()
    asked = EnumField(Asked)
    wish = EnumField(Wish)
    words = models.TextField(blank=True)
    said_by = models.ForeignKey("people.Account", models.PROTECT, related_name="+")
    said_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["contract", "runs_until", "asked"], name="one_wish_a_side")]


class Series(models.Model):
    """The last numbers given in a year; the row is locked while a number is taken."""

    year = models.PositiveSmallIntegerField(unique=True)
    last = models.PositiveIntegerField(default=0)
    last_framework = models.PositiveIntegerField(default=0)
