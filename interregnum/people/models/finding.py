"""What the search box reads: entries for all that can be found, and the words that they are found by."""

from django.db import models


class SearchEntry(models.Model):
    """One object that can be found; `code` is its own, `page_code` that of the page which shows it."""

    kind = models.CharField(max_length=20)
    code = models.CharField(max_length=26, unique=True)
    page_code = models.CharField(max_length=26)
    title = models.CharField(max_length=200)
    note = models.CharField(max_length=300, blank=True)
    # Of all that is kept of the object: whatever became otherwise is seen without reading its words.
    digest = models.CharField(max_length=64, default="")

    class Meta:
        indexes = [models.Index(fields=["kind", "title"], name="found_by_kind")]


class SearchWord(models.Model):
    """A word that stands in at least one entry, without accents and in lower case."""

    text = models.CharField(max_length=40, unique=True)


class SearchSlip(models.Model):
    """A word with one letter left out: what a slip of the pen and the word itself have in common."""

    text = models.CharField(max_length=40, db_index=True)
    word = models.ForeignKey(SearchWord, models.CASCADE, related_name="slips")


class SearchPlace(models.Model):
    """This word stands in this entry."""

    word = models.ForeignKey(SearchWord, models.CASCADE, related_name="places", db_index=False)
    entry = models.ForeignKey(SearchEntry, models.CASCADE, related_name="places")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["word", "entry"], name="word_once_an_entry")]
