"""Who comes back to a page while signed in: the account and its roles, in one question instead of two."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.db.models import F

from interregnum.people.accounts import PLACE, actors_from
from interregnum.people.models import Account, Seat


class Entrance(AuthenticationBackend):  # type: ignore[misc]
    """Lets people in as allauth does; whoever is known already comes with `actors` filled in."""

    def get_user(self, user_id: Any) -> Account | None:
        rows = Seat.objects.filter(account=user_id).select_related("account").order_by("pk")
        seats = list(rows.annotate(client=F(PLACE[0]), profile=F(PLACE[1])))
        if not seats:
            # Without a role; an account is all that is left to read.
            stranger: Account | None = super().get_user(user_id)
            return stranger
        account = seats[0].account
        account.actors = actors_from(account, [(seat.role, seat.client, seat.profile) for seat in seats])
        return account if self.user_can_authenticate(account) else None
