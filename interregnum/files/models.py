"""A file that the house keeps."""

from django.db import models

from interregnum.columns.fields import CodeField


class StoredFile(models.Model):
    code = CodeField()
    name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    path = models.CharField(max_length=60, unique=True)
    stored_at = models.DateTimeField()
