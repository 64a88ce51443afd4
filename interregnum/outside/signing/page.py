"""Adds the pages of one tagged PDF to the end of another, whose own bytes stay the beginning of the result."""

import io
from collections.abc import Iterator
from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader


def with_pages(base: bytes, more: bytes) -> IncrementalPdfFileWriter:
    """A writer that holds `base` unchanged and the pages of `more` after it, with their structure for readers aloud.

    Both are tagged PDFs of our own making. Who writes it out, may seal it first.
    """
    writer = IncrementalPdfFileWriter(io.BytesIO(base))
    root = PdfFileReader(io.BytesIO(more)).root
    # One import for all: a page and its structure point at each other, and must go on to do so.
    wanted = generic.DictionaryObject({pdf_name(name): root.raw_get(name) for name in ("/Pages", "/StructTreeRoot")})
    wanted.container_ref = root.container_ref
    imported = writer.import_object(wanted)
    first_key = _add_structure(writer, imported["/StructTreeRoot"])
    _add_pages(writer, imported["/Pages"], first_key)
    return writer


def _add_pages(writer: IncrementalPdfFileWriter, added: Any, first_key: int) -> None:
    tree_reference = writer.root.raw_get("/Pages")
    tree = tree_reference.get_object()
    for page_reference in _listed(added["/Kids"]):
        page = page_reference.get_object()
        page["/Parent"] = tree_reference
        page["/StructParents"] = generic.NumberObject(page["/StructParents"] + first_key)
        writer.mark_update(page_reference)
        tree["/Kids"].append(page_reference)
        tree["/Count"] = generic.NumberObject(tree["/Count"] + 1)
    writer.mark_update(tree_reference)
    if isinstance(tree.raw_get("/Kids"), generic.IndirectObject):
        writer.mark_update(tree.raw_get("/Kids"))


def _add_structure(writer: IncrementalPdfFileWriter, added: Any) -> int:
    """Hangs the structure of the added pages below that of the base; gives the first key that was free there."""
    root_reference = writer.root.raw_get("/StructTreeRoot")
    root = root_reference.get_object()
    kept = list(_entries(root["/ParentTree"]))
    first_key = max((int(key) for key, _value in kept), default=-1) + 1
    numbers = generic.ArrayObject()
    entries = kept + [(key + first_key, value) for key, value in _entries(added["/ParentTree"])]
    for key, value in entries:
        numbers.append(generic.NumberObject(key))
        numbers.append(value)
    root["/ParentTree"] = generic.DictionaryObject({pdf_name("/Nums"): numbers})
    root["/ParentTreeNextKey"] = generic.NumberObject(entries[-1][0] + 1)
    kids = generic.ArrayObject(_listed(root.raw_get("/K")))
    for kid in _listed(added.raw_get("/K")):
        kid.get_object()["/P"] = root_reference
        writer.mark_update(kid)
        kids.append(kid)
    root["/K"] = kids
    writer.mark_update(root_reference)
    return first_key


def _listed(value: Any) -> list[Any]:
    """The things in an array as they stand there, references unresolved; what is no array is the only one."""
    whole = value.get_object() if isinstance(value, generic.IndirectObject) else value
    return list(list.__iter__(whole)) if isinstance(whole, list) else [value]


def _entries(tree: Any) -> Iterator[tuple[int, Any]]:
    """The pairs of a number tree, whatever its depth."""
    for kid in tree.get("/Kids", ()):
        yield from _entries(kid)
    numbers = _listed(tree["/Nums"]) if "/Nums" in tree else []
    yield from ((int(key), value) for key, value in zip(numbers[::2], numbers[1::2], strict=True))
