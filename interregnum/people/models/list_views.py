"""How somebody wants to see the roster: searches that they keep, and the columns that they read."""

from django.db import models

from interregnum.columns.fields import CodeField


class SavedView(models.Model):
    """A search with its filters and order under a name; `query` is what stands behind the question mark."""

    code = CodeField()
    owner = models.ForeignKey("people.Account", models.CASCADE, related_name="saved_views")
    name = models.CharField(max_length=60)
    query = models.CharField(max_length=1500, blank=True)
    is_shared = models.BooleanField(default=False)

    class Meta:
        ordering = ["name", "pk"]
        constraints = [models.UniqueConstraint(fields=["owner", "name"], name="view_named_once")]


class ListTaste(models.Model):
    """The columns that somebody reads, in their order; and the view with which the list opens for them."""

    account = models.OneToOneField("people.Account", models.CASCADE, primary_key=True, related_name="list_taste")
    columns = models.JSONField(default=list)
    opens_with = models.ForeignKey(SavedView, models.SET_NULL, null=True, related_name="+")
