"""Fixtures of all tests."""

import pytest

from tests import world


@pytest.fixture
def cast(db: None) -> world.Cast:
    """Bea, Carla, Max, Sara and the outsiders."""
    return world.make_cast()


@pytest.fixture(autouse=True)
def _own_folders(settings, tmp_path):  # type: ignore[no-untyped-def]
    """Each test keeps mail and files in a folder of its own."""
    settings.MAIL_FOLDER = tmp_path / "mail"
    # Django's test set-up puts a mailer of its own in the place of ours.
    settings.MAILERS = {"default": {"BACKEND": "interregnum.outside.mail.FolderBackend"}}
    settings.FILES_ROOT = tmp_path / "files"
