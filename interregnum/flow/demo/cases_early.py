"""What is on its way to an assignment in the demonstration firm. All is invented."""

from interregnum.flow.demo.stories import (
    ANKERPLAATS,
    DRIEHOEK,
    EIKENLAAN,
    KOMPAS,
    VLINDER,
    WINDROOS,
    ZILVERMEER,
    ZWALUW,
    Client,
    Reach,
    Story,
    goal,
)

NEW = Client("Coöperatie Het Proefveld (verzonnen)", "other", "Sam Hypothese", "sam@proefveld.example", "Zwolle")

EARLY = (
    Story(
        ZILVERMEER,
        "Wij gaan van drie polissystemen naar één. Het project is begonnen maar niemand stuurt. Gezocht: een projectleider met "
        "ervaring bij verzekeraars die de migratie leidt tot en met de livegang.",
        Reach.PLANNED,
        56,
        "project",
        "programme",
        ("process_management", "back_office"),
        "Alle polissen in één systeem, zonder klachten.",
        40,
        goals=(goal("Gemigreerde polissen", "%", "0", "100"),),
        diagnosis="De techniek is klaar, de keuzes niet: elf beslissingen liggen al maanden open.",
        notes=("Beslissingenlijst gemaakt met datum en eigenaar.",),
    ),
    Story(
        EIKENLAAN,
        "Het hoofd van de uitkeringsadministratie gaat met zwangerschapsverlof. Wij zoeken voor zes maanden een interim "
        "manager die op de winkel past en het team van dertig mensen leidt.",
        Reach.LANDED,
        34,
        "bridging",
        "middle",
        ("back_office",),
        "De administratie loopt gewoon door.",
        26,
    ),
    Story(
        KOMPAS,
        "De bezetting van onze financiële administratie is te krap en de manager is vertrokken. Wij zoeken een interim manager "
        "finance voor een half jaar, vier dagen per week.",
        Reach.SIGNED,
        17,
        "bridging",
        "middle",
        ("finance",),
        "Betrouwbare cijfers op de vijfde werkdag.",
        26,
    ),
    Story(
        WINDROOS,
        "Wij willen de klantbediening opnieuw inrichten: minder overdrachten, meer in één keer goed. Gezocht: een "
        "verandermanager met ervaring in de hypotheekketen.",
        Reach.ACCEPTED,
        13,
        "change",
        "senior",
        ("process_management",),
        "Tachtig procent van de vragen in één keer goed beantwoord.",
        40,
    ),
    Story(
        ZWALUW,
        "Onze directeur marketing vertrekt over een maand en de nieuwe begint pas na de zomer. Wij zoeken iemand die het team "
        "leidt en de campagne van het najaar oplevert.",
        Reach.SENT,
        9,
        "bridging",
        "senior",
        ("marketing",),
        "Een team dat doordraait en een campagne op tijd.",
        28,
    ),
    Story(
        ANKERPLAATS,
        "De prestaties van ons beheer blijven achter en de kosten lopen op. Wij zoeken een operationeel directeur ad interim "
        "die de organisatie beter laat presteren.",
        Reach.INVITED,
        6,
        "change",
        "executive",
        ("general_management", "process_management"),
        "Kosten per klant een kwart lager, met gelijke kwaliteit.",
        44,
    ),
    Story(
        DRIEHOEK,
        "De directeur van ons kantoor is langdurig ziek. Wij zoeken een interim directeur die de boel draaiende houdt.",
        Reach.AGREED,
        4,
        "bridging",
        "executive",
        ("general_management",),
        "Rust en doorgang tot de directeur terug is.",
        20,
        3,
    ),
    Story(
        VLINDER,
        "Wij willen een nieuw betaalproduct op de markt brengen en hebben een projectleider nodig die productontwikkeling, "
        "techniek en juristen bij elkaar houdt tot de lancering.",
        Reach.CONFIRMED,
        3,
        "project",
        "programme",
        ("product_management",),
    ),
    Story(
        EIKENLAAN,
        "Graag een onafhankelijk advies over onze administratiekosten: alleen een analyse met aanbevelingen, de uitvoering "
        "doen wij zelf.",
        Reach.CONFIRMED,
        20,
        "",
        need="adviser",
    ),
    Story(
        NEW,
        "Onze penningmeester is opgestapt, de leden vertrouwen het bestuur niet meer en er is onrust over de jaarcijfers. Per "
        "direct hebben wij iemand nodig die orde op zaken stelt.",
        Reach.ASKED,
        1,
        "crisis",
    ),
    Story(
        KOMPAS,
        "Our claims back office cannot keep up since the new system went live. We need someone who leads the team of forty "
        "and improves the process, four days a week, starting as soon as possible.",
        Reach.ASKED,
        0,
        "change",
        language="en",
    ),
)
