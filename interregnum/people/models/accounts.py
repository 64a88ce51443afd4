"""A person's account, the seats that give it roles, and the invitation that opens it."""

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac

from interregnum.columns.fields import CodeField, EnumField
from interregnum.kernel.actor import CLIENT_SIDE, READERS, Actor, Role


class AccountManager(BaseUserManager["Account"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "Account":
        account = self.model(email=email.strip().lower(), **fields)
        account.set_password(password)
        account.save(using=self._db)
        return account

    def get_by_natural_key(self, username: str | None) -> "Account":
        return self.get(email__iexact=username)


class Account(AbstractBaseUser):
    """Someone who can sign in. What they may do stands in their seats."""

    code = CodeField()
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    language = models.CharField(max_length=2, default="nl")
    is_active = models.BooleanField(default=True)
    sessions_version = models.PositiveIntegerField(default=0)
    # In which roles they are at work, where that was read along.
    actors: tuple[Actor, ...] | None = None

    objects = AccountManager()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(email=Lower("email")), name="email_is_lower_case")]

    def __str__(self) -> str:
        return self.name

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """A session ends with the password with which it began, and with the version that all of them carry."""
        said = f"{self.password}{self.sessions_version}"
        return salted_hmac("people.Account.sessions", said, secret=secret, algorithm="sha256").hexdigest()


class Seat(models.Model):
    """A role that an account holds: on the client's side at an organisation, for a manager with a profile."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="seats")
    role = EnumField(Role)
    organisation = models.ForeignKey("people.Organisation", models.CASCADE, null=True, related_name="seats")
    manager = models.ForeignKey("people.Manager", models.CASCADE, null=True, related_name="seats")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["account", "role"],
                condition=models.Q(organisation__isnull=True, manager__isnull=True),
                name="one_seat_a_role",
            ),
            models.UniqueConstraint(
                fields=["account", "organisation"],
                condition=models.Q(organisation__isnull=False),
                name="one_seat_a_client",
            ),
            models.UniqueConstraint(
                fields=["account", "manager"], condition=models.Q(manager__isnull=False), name="one_seat_a_profile"
            ),
            models.CheckConstraint(
                condition=(
                    models.Q(role__in=sorted(CLIENT_SIDE), organisation__isnull=False, manager__isnull=True)
                    | models.Q(role=Role.MANAGER, organisation__isnull=True, manager__isnull=False)
                    | models.Q(
                        role__in=sorted(READERS | {Role.SHADOW}),
                        organisation__isnull=True,
                        manager__isnull=True,
                    )
                ),
                name="seat_fits_role",
            ),
        ]


class Invitation(models.Model):
    """A link by mail with which somebody opens their account; only the hash of its token is kept."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="invitations")
    token_hash = models.CharField(max_length=64, unique=True)
    sent_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
