"""What the firm proved: one row for each brief that came to its end, with its measures."""

from django.db import models

from interregnum.columns.fields import EnumField
from interregnum.kernel.lists import Category


class Closed(models.Model):
    """Nobody is named: the totals of the firm stay when a manager is erased. `assignment` is None where nobody was
    found. A measure is a number, and what it is out of for a share; None while it is not known.
    `made` is the way of reckoning by which a row was made: one of an older way is made anew.
    """

    brief = models.OneToOneField("brief.Brief", models.CASCADE, related_name="+")
    assignment = models.OneToOneField("deliver.Assignment", models.CASCADE, null=True, related_name="+")
    category = EnumField(Category)
    discipline = models.CharField(max_length=40, blank=True)
    level = models.CharField(max_length=20, blank=True)
    year = models.PositiveSmallIntegerField(db_index=True)
    closed_on = models.DateField()
    cause = models.CharField(max_length=20, blank=True)
    shortlist = models.PositiveIntegerField(null=True)
    start = models.IntegerField(null=True)
    first_result = models.PositiveIntegerField(null=True)
    all_results = models.PositiveIntegerField(null=True)
    filled = models.PositiveSmallIntegerField()
    filled_of = models.PositiveSmallIntegerField(default=1)
    reached = models.PositiveIntegerField(null=True)
    reached_of = models.PositiveIntegerField(default=0)
    stands_3 = models.PositiveIntegerField(null=True)
    stands_3_of = models.PositiveIntegerField(default=0)
    stands_6 = models.PositiveIntegerField(null=True)
    stands_6_of = models.PositiveIntegerField(default=0)
    stands_12 = models.PositiveIntegerField(null=True)
    stands_12_of = models.PositiveIntegerField(default=0)
    reviews = models.PositiveIntegerField(null=True)
    reviews_of = models.PositiveIntegerField(default=0)
    guarantee = models.PositiveSmallIntegerField(null=True)
    guarantee_of = models.PositiveSmallIntegerField(default=1)
    client = models.PositiveSmallIntegerField(null=True)
    manager = models.PositiveSmallIntegerField(null=True)
    employees = models.PositiveSmallIntegerField(null=True)
    hits = models.PositiveSmallIntegerField(null=True)
    hits_of = models.PositiveSmallIntegerField(default=0)
    made = models.PositiveSmallIntegerField(default=0, db_index=True)

    class Meta:
        ordering = ["-closed_on", "-pk"]
