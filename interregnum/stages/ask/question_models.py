"""The questions of clients with the firm's answers, their earlier versions, and what visitors asked in vain."""

from django.db import models

from interregnum.columns.fields import CodeField, EnumField
from interregnum.stages.ask.rules.states import AskedState

# The columns of a question that a person of the firm writes.
TEXTS = ("question_nl", "question_en", "answer_nl", "answer_en", "search_nl", "search_en")


class Question(models.Model):
    """I1: a question and its answer in both languages; the answer is a small Markdown."""

    code = models.SlugField(max_length=40, unique=True)
    question_nl = models.CharField(max_length=200)
    question_en = models.CharField(max_length=200)
    answer_nl = models.TextField()
    answer_en = models.TextField()
    search_nl = models.CharField(max_length=500, blank=True)
    search_en = models.CharField(max_length=500, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    is_active = models.BooleanField(default=True)

    class Meta:
        ordering = ["position", "pk"]


class QuestionVersion(models.Model):
    """What a question said until it was changed: `content` holds its texts by column."""

    question = models.ForeignKey(Question, models.CASCADE, related_name="versions")
    content = models.JSONField()
    changed_at = models.DateTimeField()
    changed_by = models.CharField(max_length=120)

    class Meta:
        ordering = ["-changed_at", "-pk"]


class AskedQuestion(models.Model):
    """What visitors asked and the page did not answer; the same words are one row. Deleted after a while."""

    code = CodeField()
    words = models.CharField(max_length=300, unique=True)
    text = models.CharField(max_length=500)
    language = models.CharField(max_length=2, default="nl")
    times = models.PositiveIntegerField(default=1)
    first_at = models.DateTimeField()
    last_at = models.DateTimeField(db_index=True)
    state = EnumField(AskedState, default=AskedState.OPEN, db_index=True)

    class Meta:
        ordering = ["-last_at", "-pk"]


class Asker(models.Model):
    """Who wants an answer by mail or telephone. `is_held`: it looks like spam, a person decides."""

    code = CodeField()
    asked = models.ForeignKey(AskedQuestion, models.CASCADE, related_name="askers")
    name = models.CharField(max_length=120, blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=30, blank=True)
    message = models.TextField(blank=True)
    language = models.CharField(max_length=2, default="nl")
    is_held = models.BooleanField(default=False)
    left_at = models.DateTimeField(db_index=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["left_at", "pk"]
