"""The firm that a snapshot is made of: the cast of the tests, and lives that stand at different points."""

from interregnum.files.store import keep
from interregnum.stages.contract.models import Agreement
from tests.life import Life
from tests.world import NOW, make_cast

UNTIL = ("asked", "confirmed", "drawn", "invited", "sent", "accepted", "signed", "reported")


class SmallLife(Life):
    """A life whose agreements are short texts, so that a snapshot stays small. The last one is left to the worker."""

    def signed(self) -> None:
        for agreement in Agreement.objects.filter(contract__code=self.contract):
            content = f"Overeenkomst {self.contract}, {agreement.side}".encode()
            agreement.document = keep(name="overeenkomst.pdf", content=content, media_type="application/pdf", at=NOW)
            agreement.save(update_fields=["document"])
        super().signed()


def fill() -> None:
    cast = make_cast()
    for step in UNTIL:
        SmallLife(cast, until=step)
