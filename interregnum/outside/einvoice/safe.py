"""XML from elsewhere, parsed so that it can do nothing: no document type, no entities, nothing fetched, no depths.

Knows no Django: the check runs without it.
"""

from typing import Any

from lxml import etree

MOST_BYTES = 20_000_000


class UnreadableError(Exception):
    """This is not a file of the kind that is read; `code` says why: large, broken, doctype, kind, value."""

    def __init__(self, code: str, words: str = "") -> None:
        super().__init__(f"{code}: {words}" if words else code)
        self.code, self.words = code, words


def root_of(content: bytes) -> Any:
    """The root element. Raises UnreadableError."""
    if len(content) > MOST_BYTES:
        raise UnreadableError("large")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableError("broken", str(error)[:200]) from None
    if root.getroottree().docinfo.doctype:
        raise UnreadableError("doctype")
    return root
