"""An XML file as plain lists: no entity is opened and nothing is fetched."""

from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

from interregnum.outside.apart import Refusal

DEEPEST = 60
MOST_ELEMENTS = 50_000


def local(name: str) -> str:
    return name.rpartition("}")[2]


def children(element: Element, kind: str, but_not_in: str) -> Iterator[Element]:
    """The nearest elements of a kind below this one, but not those inside another one of `but_not_in`."""
    for child in element:
        if local(child.tag) == kind:
            yield child
        elif local(child.tag) != but_not_in:
            yield from children(child, kind, but_not_in)


def tree_of(content: bytes) -> list[Any]:
    """The root as [name, attributes, text, children], names without their namespace. Raises Refusal."""
    try:
        root = fromstring(content, forbid_dtd=True)
    except SyntaxError:
        raise Refusal("cv.damaged") from None
    if sum(1 for _element in root.iter()) > MOST_ELEMENTS:
        raise Refusal("cv.too_long")
    return _plain(root, 0)


def _plain(element: Element, depth: int) -> list[Any]:
    if depth > DEEPEST:
        raise Refusal("cv.damaged")
    attributes = {local(name): value for name, value in element.attrib.items()}
    text = " ".join((element.text or "").split())
    return [local(element.tag), attributes, text, [_plain(child, depth + 1) for child in element]]
