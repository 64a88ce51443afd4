"""By what somebody acts for a client: as the bureau recorded it, alone."""

from interregnum.kernel.actor import Actor
from interregnum.kernel.refused import Refused
from interregnum.people.authorities import authority_to_sign
from interregnum.people.models import Authority, Organisation
from interregnum.people.rules.authorities import Scope


def authority_for(client: Organisation, *, by: Actor) -> Authority | Refused:
    found = authority_to_sign(by.code, organisation=client.code)
    if found is None:
        return Refused.because("contract.no_authority", client=client.name)
    return found if found.scope == Scope.ALONE else Refused.because("contract.only_jointly", client=client.name)
