"""Towns that a CV may name, and what else says where somebody is."""

import re

from interregnum.people.rules.cv.headings import bare

_TOWNS = """
Aalsmeer|Aalst|Aalten|Abcoude|Alblasserdam|Alkmaar|Almelo|Almere|Alphen aan den Rijn|Amersfoort|Amstelveen|
Amsterdam|Antwerpen|Apeldoorn|Appingedam|Arnhem|Assen|Asten|Baarn|Badhoevedorp|Barendrecht|Barneveld|Beek|Beesd|
Bemmel|Bennekom|Bergen|Bergen op Zoom|Bergschenhoek|Berkel en Rodenrijs|Best|Beuningen|Beverwijk|Bilthoven|Blaricum|
Bloemendaal|Bodegraven|Borculo|Borne|Boskoop|Boxmeer|Boxtel|Breda|Breukelen|Brielle|Brummen|Brunssum|Brussel|Bunnik|
Bunschoten|Bussum|Capelle aan den IJssel|Castricum|Coevorden|Culemborg|Cuijk|Dalfsen|De Bilt|De Meern|Delft|
Delfzijl|Den Bosch|Den Dolder|Den Haag|Den Helder|Deurne|Deventer|Diemen|Dieren|Doetinchem|Dongen|Doorn|Dordrecht|
Drachten|Driebergen|Driebergen-Rijsenburg|Dronten|Druten|Duiven|Dussen|Echt|Edam|Ede|Eersel|Eemnes|Eibergen|
Eindhoven|Elburg|Elst|Emmeloord|Emmen|Enkhuizen|Enschede|Epe|Ermelo|Etten-Leur|Franeker|Geldermalsen|Geldrop|Geleen|
Gemert|Gennep|Gent|Gilze|Goes|Goirle|Goor|Gorinchem|Gouda|Grave|Groenlo|Groesbeek|Groningen|Haaksbergen|Haaren|
Haarlem|Halsteren|Hardenberg|Harderwijk|Hardinxveld|Haren|Harlingen|Hasselt|Hattem|Heemskerk|Heemstede|Heerde|
Heerenveen|Heerhugowaard|Heerlen|Heesch|Heiloo|Hellendoorn|Hellevoetsluis|Helmond|Hendrik-Ido-Ambacht|Hengelo|
Heteren|Heusden|Hillegom|Hilvarenbeek|Hilversum|Hoensbroek|Hoevelaken|Hoofddorp|Hoogeveen|Hoogezand|Hoorn|Houten|
Huizen|Hulst|IJmuiden|IJsselstein|Joure|Kaatsheuvel|Kampen|Katwijk|Kerkrade|Krimpen aan den IJssel|Landgraaf|Laren|
Leek|Leerdam|Leeuwarden|Leiden|Leiderdorp|Leidschendam|Lelystad|Leusden|Leuven|Lichtenvoorde|Lisse|Lochem|Loenen|
Loon op Zand|Losser|Maarn|Maarssen|Maassluis|Maastricht|Malden|Medemblik|Meerssen|Meppel|Middelburg|Middelharnis|
Mijdrecht|Monnickendam|Monster|Montfoort|Muiden|Naaldwijk|Naarden|Nieuw-Vennep|Nieuwegein|
Nieuwerkerk aan den IJssel|Nijkerk|Nijmegen|Nijverdal|Noordwijk|Nootdorp|Nuenen|Nunspeet|Oegstgeest|Oirschot|
Oisterwijk|Oldenzaal|Ommen|Oosterbeek|Oosterhout|Oostzaan|Oss|Oud-Beijerland|Oudewater|Ouderkerk|Papendrecht|
Pijnacker|Purmerend|Putten|Raalte|Ridderkerk|Rijen|Rijssen|Rijswijk|Roermond|Roosendaal|Rosmalen|Rotterdam|
Santpoort|Sassenheim|Schagen|Schiedam|Schijndel|Schiphol|Schoonhoven|Sittard|Sliedrecht|Sneek|Soest|Someren|Son|
Spijkenisse|Stadskanaal|Staphorst|Steenbergen|Steenwijk|Stein|Tegelen|Terneuzen|Tiel|Tilburg|Uden|Uitgeest|Uithoorn|
Utrecht|Vaals|Valkenburg|Valkenswaard|Veendam|Veenendaal|Veghel|Velp|Velsen|Venlo|Venray|Vianen|Vinkeveen|
Vlaardingen|Vleuten|Vlissingen|Volendam|Voorburg|Voorhout|Voorschoten|Voorthuizen|Vught|Waalre|Waalwijk|Waddinxveen|
Wageningen|Warmond|Wassenaar|Wateringen|Weert|Weesp|Wehl|Wezep|Wijchen|Wijk bij Duurstede|Wijk aan Zee|Winschoten|
Winsum|Winterswijk|Woerden|Wolvega|Wormer|Woudenberg|Zaandam|Zaanstad|Zaltbommel|Zandvoort|Zeewolde|Zeist|Zevenaar|
Zevenbergen|Zierikzee|Zoetermeer|Zoeterwoude|Zuidlaren|Zundert|Zutphen|Zwanenburg|Zwijndrecht|Zwolle|
's-Hertogenbosch|'s-Gravenhage|Aerdenhout|Alverna|Amerongen|Bathmen|Beekbergen|Berg en Dal|Bosch en Duin|
Bosschenhoofd|Cothen|Ellecom|Eerbeek|Garderen|Haastrecht|Heelsum|Hummelo|Kortenhoef|Kudelstaart|Langbroek|
Loosdrecht|Lunteren|Maasland|Nederhorst den Berg|Nieuwkoop|Odijk|Rhenen|Rijsenburg|Rozendaal|Schalkwijk|
Scherpenzeel|Sint-Michielsgestel|Sint-Oedenrode|Twello|Ulft|Vorden|Vreeland|Warnsveld|Werkhoven|Wilnis|Wolfheze|
Berlin|Berlijn|Birmingham|Brugge|Brussels|Copenhagen|Dublin|Dubai|Edinburgh|Frankfurt|Genève|Geneva|Hamburg|Keulen|
Düsseldorf|Londen|London|Luik|Luxemburg|Luxembourg|Madrid|Manchester|Mechelen|Milaan|Munich|München|New York|Oslo|
Parijs|Paris|Stockholm|The Hague|Vienna|Wenen|Warsaw|Zurich|Zürich|Antwerp|Singapore|Curaçao|Willemstad
"""
TOWNS = {bare(town): town for town in _TOWNS.replace("\n", "").split("|") if town}
_AREA = (
    r"(?:the\s)?netherlands|nederland|holland|nl|belgie|belgium|germany|duitsland|(?:noord|zuid)-holland|"
    r"(?:north|south)\sholland|gelderland|overijssel|flevoland|drenthe|friesland|zeeland|limburg|(?:noord-|north\s)?brabant|"
    r"united\skingdom|uk|europe|europa"
)
AREA = re.compile(rf"(?:{_AREA})", re.IGNORECASE)
_AROUND = re.compile(r"^(?:regio|omgeving|gemeente|greater|groot)\s|\s(?:area|region|en omgeving|e\.o\.|metropolitan)$")
_REMOTE = frozenset({"remote", "op afstand", "hybride", "hybrid", "thuis", "diverse locaties", "landelijk"})


def town_of(text: str) -> str:
    """The town that a text is, also with a province, a country or a region beside it; "" for anything else.

    >>> town_of("Utrecht, Nederland")
    'Utrecht'
    """
    parts = [part.strip(" .") for part in re.split(r",|\s[-–|]\s|\(|\)|/", text) if part.strip(" .")]
    if not 1 <= len(parts) <= 4:
        return ""
    first, *rest = (_AROUND.sub("", bare(part)).strip() for part in parts)
    if first not in TOWNS or not all(part in TOWNS or AREA.fullmatch(part) or not part for part in rest):
        return ""
    return TOWNS[first]


def is_place(text: str) -> bool:
    return bool(town_of(text)) or bare(text) in _REMOTE or bool(AREA.fullmatch(bare(text).strip(" .")))
