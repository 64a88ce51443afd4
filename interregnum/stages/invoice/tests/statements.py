"""Files as a bank gives them, made for tests in both versions of CAMT.053. All is invented."""

from collections.abc import Iterable
from xml.sax.saxutils import escape

ACCOUNT = "NL91ABNA0417164300"
THEIRS = "NL61TEST9481632581"


def entry(
    amount: str,
    *,
    day: str = "2026-11-03",
    text: str = "",
    reference: str = "",
    name: str = "",
    iban: str = THEIRS,
    service: str = "",
    extra: str = "",
    direction: str = "CRDT",
    version: str = "02",
    currency: str = "EUR",
    status: str = "BOOK",
) -> str:
    """One line; `extra` are elements of the entry itself."""
    other = "Dbtr" if direction == "CRDT" else "Cdtr"
    party = f"<Nm>{escape(name)}</Nm>" if version == "02" else f"<Pty><Nm>{escape(name)}</Nm></Pty>"
    state = status if version == "02" else f"<Cd>{status}</Cd>"
    structured = f"<Strd><CdtrRefInf><Ref>{escape(reference)}</Ref></CdtrRefInf></Strd>" if reference else ""
    free = f"<Ustrd>{escape(text)}</Ustrd>" if text else ""
    return (
        f'<Ntry><Amt Ccy="{currency}">{amount}</Amt><CdtDbtInd>{direction}</CdtDbtInd>{extra}<Sts>{state}</Sts>'
        f"<BookgDt><Dt>{day}</Dt></BookgDt><AcctSvcrRef>{escape(service)}</AcctSvcrRef><NtryDtls><TxDtls>"
        f"<Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><RltdPties><{other}>{party}</{other}>"
        f"<{other}Acct><Id><IBAN>{iban}</IBAN></Id></{other}Acct></RltdPties>"
        f"<RmtInf>{free}{structured}</RmtInf></TxDtls></NtryDtls></Ntry>"
    )


def batch(amount: str, parts: Iterable[tuple[str, str]], *, day: str = "2026-11-03") -> str:
    details = "".join(
        f"<TxDtls><Refs><EndToEndId>{escape(said)}</EndToEndId></Refs>"
        f'<AmtDtls><TxAmt><Amt Ccy="EUR">{part}</Amt></TxAmt>'
        "</AmtDtls></TxDtls>"
        for part, said in parts
    )
    return (
        f'<Ntry><Amt Ccy="EUR">{amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>'
        f"<BookgDt><Dt>{day}</Dt></BookgDt>"
        f"<AcctSvcrRef>B1</AcctSvcrRef><NtryDtls>{details}</NtryDtls></Ntry>"
    )


def balance(code: str, amount: str) -> str:
    return (
        f'<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">{amount}</Amt>'
        "<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-03</Dt></Dt></Bal>"
    )


def statement(
    *entries: str, version: str = "02", balances: str = "", account: str = ACCOUNT, number: str = "2026-214"
) -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.{version}">'
        f"<BkToCstmrStmt><GrpHdr><MsgId>1</MsgId></GrpHdr><Stmt><Id>{number}</Id>"
        f"<Acct><Id><IBAN>{account}</IBAN></Id></Acct>{balances}{''.join(entries)}</Stmt></BkToCstmrStmt></Document>"
    ).encode()


def follows(place: int, *entries: str, opening: int, closing: int) -> bytes:
    """A statement of a row of them, with its balances."""
    balances = balance("OPBD", str(opening)) + balance("CLBD", str(closing))
    return statement(*entries, balances=balances, number=f"2026-{place}")
