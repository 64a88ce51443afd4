"""Words about who may sign for a client."""

from django.utils.translation import gettext_lazy as _

from interregnum.people.rules.authorities import Basis, Scope

SCOPES = {Scope.ALONE: _("Alone"), Scope.JOINTLY: _("Only together with somebody else")}
BASES = {Basis.REGISTER: _("Extract of the trade register (KvK)"), Basis.PROXY: _("Written proxy")}
