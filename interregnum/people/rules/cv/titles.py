"""Words of functions and of organisations: what tells the one from the other, and which level and discipline."""

import re
from collections.abc import Iterable

from interregnum.kernel.lists import Level
from interregnum.people.rules.cv.headings import bare

_ROLE = re.compile(
    r"\w*(?:manager|managers|directeur|directrice|adviseur|adviseuse|leider|leidster|hoofd|medewerker|medewerkster|"
    r"consultant|coordinator|coordinatrice|analist|analyst|controller|accountant|bestuurder|voorzitter|commissaris|"
    r"toezichthouder|specialist|architect|trainer|coach|engineer|developer|ontwikkelaar|assistent|assistente|secretaris|"
    r"inspecteur|auditor|jurist|advocaat|trainee|stagiair|stagiaire|eigenaar|ondernemer|oprichter|partner|begeleider|"
    r"beheerder|boekhouder|acceptant|behandelaar|inkoper|verkoper|planner|expert|makelaar|onderzoeker|docent|leraar|"
    r"opsteller|regisseur|master|owner|director|officer|lead|leader|head|supervisor|president|chief|administrator|"
    r"associate|executive|founder|chairman|chair|adviser|advisor|strategist|recruiter|actuaris|actuary|treasurer|"
    r"kwartiermaker|procesmanager|chef|ceo|cfo|coo|cio|cto|cro|chro|cmo|cco|cpo|cdo|ciso|mt-lid|member|lid|agent|clerk|"
    r"underwriter|intern|broker|economist|econoom|econometrist|secretary|teamlead|scrummaster|procuratiehouder|"
    r"programmadirecteur|schrijver|tester|mediator|vertegenwoordiger|gedeputeerde|wethouder|burgemeester|professional|"
    r"zelfstandig|zelfstandige|representative|handler|negotiator|bankier|banker|teller|generalist|beleidsmaker|"
    r"verandermanager|interimmer|interimmanager|zzp'er|freelancer|projectmedewerker|deskundige|operator|liaison)\b"
)
_WEAK_ROLE = re.compile(
    r"\b(?:interim|senior|junior|a\.?i\.?|ad interim|medior|plaatsvervangend|waarnemend|deputy|acting)\b"
)
_LEGAL = re.compile(
    r"(?:\b(?:bv|nv|ltd|llp|llc|inc|plc|gmbh|ag|sa|vof|v\.o\.f|cv|u\.a|ua|s\.a|se|co|corp|holding|groep|group)\b|"
    r"\bb\.v\b|\bn\.v\b|\b(?:stichting|cooperatie|vereniging|maatschap|onderlinge|foundation)\b)"
)
_HOUSE = re.compile(
    r"\b\w*(?:bank|verzekeringen|verzekeraar|verzekeraars|verzekering|pensioenfonds|pensioenuitvoerder|pensioen|pensioenen|"
    r"gemeente|ministerie|universiteit|hogeschool|ziekenhuis|provincie|waterschap|fonds|hypotheken|lease|leasing|"
    r"consultancy|consulting|adviesbureau|solutions|services|partners|associates|insurance|insurers|assurantien|"
    r"capital|investments|investors|zorg|zorggroep|woningcorporatie|corporatie|belastingdienst|uwv|politie|rijkswaterstaat|"
    r"municipality|ministry|university|college|school|hospital|vermogensbeheer|vermogensbeheerder|bankiers|mutual|"
    r"levensverzekeringen|schadeverzekeringen|intermediair|advies|technologies|technology|systems|media|retail|logistics|"
    r"energie|energy|telecom|industries|international|nederland|netherlands|worldwide|wonen|spaarbank|kredietbank|"
    r"betalingen|payments|beheer|trust|securities|pensions|mortgages|company|corporation|society|agency|bureau|federatie|"
    r"instituut|institute|academie|autoriteit|authority|kamer|factory|labs|studio|studios|ggz|thuiszorg)\b"
)
_NAMED = re.compile(
    r"\b(?:abn|ing|rabobank|asr|aegon|achmea|nn|apg|pggm|mn|triodos|sns|volksbank|vivat|delta|lloyd|robeco|bnp|paribas|"
    r"deutsche|kpmg|deloitte|pwc|ey|accenture|capgemini|kpn|shell|philips|unilever|dsm|ns|prorail|postnl|ohra|fbto|"
    r"univé|unive|cz|vgz|menzis|nibc|allianz|zilveren|kruis|interpolis|nationale-nederlanden|obvion|kruidvat|heijmans)\b"
)
_LEVELS = (
    (Level.SUPERVISORY, r"commissaris|toezichthouder|non.?executive|supervisory|raad van toezicht|lid rvc|lid rvt"),
    (
        Level.PROGRAMME,
        r"project|programm?a?|scrum|kwartiermaker|transitie|transition|implementatie|migratie|pmo|release",
    ),
    (
        Level.EXECUTIVE,
        r"\b(?:ceo|cfo|coo|cio|cto|cro|chro|cmo|cco|cpo|cdo)\b|chief \w+( \w+)? officer|bestuurder|bestuursvoorzitter|"
        r"algemeen directeur|statutair|managing director|general manager|executive director|directievoorzitter|"
        r"raad van bestuur|directeur-bestuurder|(?:financieel|operationeel|commercieel) directeur|finance director|"
        r"vice president|managing partner|board member|directeur$|directielid|bestuurslid|"
        r"lid (?:van (?:de|het) )?(?:hoofddirectie|directie|bestuur)|member of the (?:executive )?(?:board|committee)",
    ),
    (
        Level.SENIOR,
        r"directeur|director|head of|\bhead\b|senior manager|business ?unit|concerncontroller|\bvp\b|"
        r"manager (?:bedrijfsvoering|operations|finance|hr|ict|it|sales|marketing)\b|divisie|"
        r"hoofd (?:hr|ict|it|finance)",
    ),
    (Level.TEAM, r"team|groepsleider|supervisor|ploeg|group lead|coordinator"),
    (Level.MIDDLE, r"manager|hoofd|afdelings|unit|chef|leidinggevende"),
    (
        Level.SPECIALIST,
        r"specialist|expert|adviseur|consultant|controller|analist|analyst|actuar|jurist|auditor|architect|accountant|"
        r"compliance officer|risk officer|advisor|adviser|business partner",
    ),
)
_DISCIPLINES = (
    (
        "process_management",
        r"proces|process|lean|six sigma|kwaliteits|quality|continuous improvement|operational excellence",
    ),
    (
        "finance",
        r"financ|cfo\b|controller|control\b|treasur|accountant|accounting|boekhoud|actuar|fiscaal|tax|audit|risk|cro\b|"
        r"balance sheet|planning & control|economi",
    ),
    (
        "human_resources",
        r"\bhr\b|hrm|chro|human resource|personeel|p&o|recruit|talent|arbeids|\bpeople\b|\bhrd\b|hr-|opleidingen",
    ),
    (
        "back_office",
        r"back.?office|mid.?office|operations|operationeel|coo\b|schade|claims|polis|administratie|"
        r"customer service|klantenservice|klantcontact|contact ?cent|callcenter|acceptatie|underwrit|kyc|cdd|"
        r"servicedesk|"
        r"shared service|betalingsverkeer|payments|uitkering|hypotheekadministratie|debiteuren|incasso|verwerking",
    ),
    (
        "sales",
        r"sales|verkoop|account ?manag|commerci|relatiebeheer|relatiemanag|business development|distributi|cco\b",
    ),
    ("marketing", r"marketing|communicatie|communication|merk|brand|cmo\b|campagne|e-commerce|online"),
    ("product_management", r"product|propositi|assortiment|productontwikkel"),
    (
        "general_management",
        r"algemeen directeur|algemeen manag|general manag|managing director|ceo\b|directeur-bestuurder|bestuurder|"
        r"business ?unit|bestuursvoorzitter|directievoorzitter|vestigingsdirecteur|vestigingsmanager|^directeur$|"
        r"divisie|"
        r"chief executive|managing partner|bedrijfsleider|interim directeur$|country manager|regiodirecteur|"
        r"commissaris",
    ),
)


def title_points(text: str) -> int:
    """How much a text looks like a function: from 0 to 4."""
    words = bare(text)
    return 3 * bool(_ROLE.search(words)) + bool(_WEAK_ROLE.search(words))


def house_points(text: str) -> int:
    """How much a text looks like the name of an organisation: from 0 to 5."""
    words = bare(text)
    return 3 * bool(_LEGAL.search(words)) + 2 * bool(_HOUSE.search(words) or _NAMED.search(words))


def leaning(text: str) -> int:
    """Above nought a function, below it an organisation, at most 3 either way."""
    return max(-3, min(3, title_points(text) - house_points(text)))


def level_of(title: str) -> Level | None:
    """E1: the level that a title names."""
    words = bare(title)
    return next((level for level, pattern in _LEVELS if re.search(pattern, words)), None)


def levels_of(titles: Iterable[str]) -> tuple[str, ...]:
    """The levels of titles, the newest first, each once."""
    return tuple(dict.fromkeys(level.value for title in titles if (level := level_of(title))))


def disciplines_of(titles: Iterable[str]) -> tuple[str, ...]:
    """E3: the disciplines that titles name, the one named most first."""
    count: dict[str, int] = {}
    for title in titles:
        words = bare(title)
        for code, pattern in _DISCIPLINES:
            if re.search(pattern, words):
                count[code] = count.get(code, 0) + 1
    return tuple(sorted(count, key=lambda code: -count[code]))
