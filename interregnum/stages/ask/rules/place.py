"""Reads where the work is: a town after a word of place, as far as the text says so."""

import re

from interregnum.stages.ask.rules.amounts import Said

# After these any name is a place; after "in" or "te" only a town that is known.
_NAMED = (
    r"standplaats|werklocatie|locatie|werkplek|vestigingsplaats|gevestigd in|kantoor in|hoofdkantoor in|vestiging in|"
    r"location|based in|located in|offices? in|headquarters in|plant in|site in"
)
_TOWNS = (
    "Alkmaar|Almelo|Almere|Alphen aan den Rijn|"
    "Amersfoort|Amstelveen|Amsterdam|Antwerpen|Apeldoorn|Arnhem|Assen|Barneveld|"
    "Bergen op Zoom|Beverwijk|Breda|Brussel|Bussum|Culemborg|Delft|Den Bosch|Den Haag|Den Helder|Deventer|Doetinchem|"
    "Dordrecht|Drachten|Ede|Eindhoven|Emmen|Enschede|Gent|Goes|Gorinchem|Gouda|Groningen|Haarlem|Harderwijk|Heerenveen|"
    "Heerlen|Helmond|Hengelo|Hilversum|Hoofddorp|Hoogeveen|Hoorn|Houten|Katwijk|Kampen|Leeuwarden|Leiden|Lelystad|"
    "Maastricht|Meppel|Middelburg|Nieuwegein|Nijmegen|Oss|Purmerend|Rijswijk|Roermond|Roosendaal|Rotterdam|Schiedam|"
    "Sittard|Sneek|Terneuzen|Tiel|Tilburg|Utrecht|Veenendaal|Veldhoven|Venlo|Vlaardingen|Vlissingen|Voorburg|Waalwijk|"
    "Wageningen|Weert|Winterswijk|Woerden|Zaandam|Zeist|Zoetermeer|Zutphen|Zwolle|'s-Hertogenbosch|"
    "Amsterdam|Antwerp|Berlin|Birmingham|Brussels|Copenhagen|Dublin|Edinburgh|Frankfurt|Glasgow|Leeds|London|Luxembourg|"
    "Manchester|Milan|Munich|Oslo|Paris|Stockholm|The Hague|Vienna|Warsaw|Zurich"
)
_NAME = r"[A-Z][\w'’-]{1,30}(?:[ ](?:aan|op|den|de|der|of|[A-Z][\w'’-]{1,30})){0,3}"
_PLACE = re.compile(
    rf"\b(?:(?i:{_NAMED})\s?:?\s(?P<named>{_NAME})|"
    rf"(?i:in|te|bij|near|nabij|rond|omgeving|regio|region|at)\s(?P<town>{_TOWNS}))(?![\w-])"
)


def place_of(text: str) -> Said | None:
    """The first place said, with where it stands."""
    match = _PLACE.search(text)
    if match is None:
        return None
    group = "named" if match["named"] else "town"
    return Said(match[group], match.start(), match.end())
