"""A pulse among the employees of a client. No table holds an answer: each one is added to counts and gone.

Whose link was used stands apart from what was counted, without a time. Counts, used links and written words of a round
that is open are in no backup (flow/safekeeping/copies.py) and go when it closes.
"""

from django.db import models

from interregnum.columns.fields import CodeField, EnumField
from interregnum.outside.chance import new_key
from interregnum.stages.pulse.rules.states import Occasion, PulseState, RoundState, Way


class Survey(models.Model):
    """One pulse an assignment. `questions` are pairs [Dutch, English]; fixed, as the groups are, once it started."""

    code = CodeField()
    assignment = models.OneToOneField("deliver.Assignment", models.CASCADE, related_name="pulse")
    state = EnumField(PulseState, default=PulseState.DRAFT)
    way = EnumField(Way)
    language = models.CharField(max_length=2)
    questions = models.JSONField(default=list)
    asks_words = models.BooleanField(default=False)
    starts_on = models.DateField(null=True)
    over_on = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["state"])]


class Group(models.Model):
    """Employees who are told together; `people` is how many are asked. By the hash of its code paper is answered."""

    code = CodeField()
    survey = models.ForeignKey(Survey, models.CASCADE, related_name="groups")
    name = models.CharField(max_length=60)
    people = models.PositiveIntegerField(default=0)
    token_hash = models.CharField(max_length=64, blank=True, default="", db_index=True)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["survey", "name"], name="one_pulse_group_a_name")]


class Address(models.Model):
    """Where an employee is asked; goes soon after the last round. `asked_round` is the last one they were mailed."""

    id = models.BigAutoField(primary_key=True, default=new_key)
    survey = models.ForeignKey(Survey, models.CASCADE, related_name="addresses")
    group = models.ForeignKey(Group, models.CASCADE, related_name="addresses")
    email = models.EmailField(max_length=254)
    asked_round = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["survey", "email"], name="one_pulse_group_an_address")]


class Round(models.Model):
    """Two weeks of a pulse; `months` after the end for a look back.

    `result` is what everybody may read, fixed when it closes; `asked` how many were asked.
    """

    code = CodeField()
    survey = models.ForeignKey(Survey, models.CASCADE, related_name="rounds")
    number = models.PositiveSmallIntegerField()
    opens_on = models.DateField()
    closes_on = models.DateField()
    state = EnumField(RoundState, default=RoundState.OPEN)
    asked = models.PositiveIntegerField(default=0)
    occasion = EnumField(Occasion, default=Occasion.REGULAR)
    months = models.PositiveSmallIntegerField(default=0)
    result = models.JSONField(null=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["survey", "number"], name="one_pulse_round_a_number"),
            models.UniqueConstraint(
                fields=["survey"], condition=models.Q(state=RoundState.OPEN), name="one_open_pulse_round"
            ),
        ]


class Ticket(models.Model):
    """One link of one employee for one round: the hash alone. `group` is the key under which it counts."""

    id = models.BigAutoField(primary_key=True, default=new_key)
    round = models.ForeignKey(Round, models.CASCADE, related_name="tickets")
    group = models.CharField(max_length=26, blank=True, default="")
    token_hash = models.CharField(max_length=64, unique=True)


class Spent(models.Model):
    """This link was used. No time, and nothing of the answer."""

    id = models.BigAutoField(primary_key=True, default=new_key)
    ticket = models.OneToOneField(Ticket, models.CASCADE, related_name="spent")


class Tally(models.Model):
    """How many of a group chose a score so far; question 0 counts who answered at all.

    `group` is "" for all groups together in which fewer are asked than may be told of.
    """

    id = models.BigAutoField(primary_key=True, default=new_key)
    round = models.ForeignKey(Round, models.CASCADE, related_name="tallies")
    group = models.CharField(max_length=26, blank=True, default="")
    question = models.PositiveSmallIntegerField()
    score = models.PositiveSmallIntegerField()
    people = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "group", "question", "score"], name="one_pulse_tally"),
        ]


class Word(models.Model):
    """What somebody wrote in a round that is open: no group, no scores beside it."""

    id = models.BigAutoField(primary_key=True, default=new_key)
    round = models.ForeignKey(Round, models.CASCADE, related_name="words")
    text = models.TextField()


class Quote(models.Model):
    """What was written in a round that is over, in an order made by chance; `text` is empty once it was hidden."""

    id = models.BigAutoField(primary_key=True, default=new_key)
    code = CodeField()
    round = models.ForeignKey(Round, models.CASCADE, related_name="quotes")
    text = models.TextField(blank=True)
    is_hidden = models.BooleanField(default=False)

    class Meta:
        ordering = ["code"]
