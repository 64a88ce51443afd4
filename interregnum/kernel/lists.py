"""The closed lists of the profession. Disciplines and sub-sectors can be extended by a firm: those are tables."""

from enum import StrEnum


class Category(StrEnum):
    """A3: the five categories of interim management."""

    CHANGE = "change"
    BRIDGING = "bridging"
    PROJECT = "project"
    CRISIS = "crisis"
    EXPERTISE = "expertise"


class Reason(StrEnum):
    """C1: the five reasons to bring in an interim manager."""

    RESTORE_ORDER = "restore_order"
    ORGANISATION_DESIGN = "organisation_design"
    PERFORMANCE = "performance"
    KEEP_RUNNING = "keep_running"
    RUN_PROJECT = "run_project"


class Ground(StrEnum):
    """D1: what the client lacks in house."""

    CAPACITY = "capacity"
    QUALITY = "quality"


class Need(StrEnum):
    """B1: what would help this client; only two of them are an interim manager."""

    MANAGER = "manager"
    ADVISER = "adviser"
    ADVICE_FIRST = "advice_first"
    PERMANENT = "permanent"
    NOT_NOW = "not_now"
    OUT_OF_SCOPE = "out_of_scope"
    UNCLEAR = "unclear"


class Level(StrEnum):
    """E1: levels of management, highest first."""

    SUPERVISORY = "supervisory"
    EXECUTIVE = "executive"
    SENIOR = "senior"
    MIDDLE = "middle"
    TEAM = "team"
    PROGRAMME = "programme"
    SPECIALIST = "specialist"


class Context(StrEnum):
    """E2: where in the organisation."""

    PRIMARY = "primary"
    SUPPORTING = "supporting"
    PROJECT = "project"


class Urgency(StrEnum):
    HIGH = "high"
    NORMAL = "normal"


class Assurance(StrEnum):
    """G1: how closely the firm watches over an assignment."""

    NONE = "none"
    LIGHT = "light"
    STANDARD = "standard"
    INTENSIVE = "intensive"


class Stakes(StrEnum):
    """G1: what is lost when the assignment fails."""

    SMALL = "small"
    CONSIDERABLE = "considerable"
    GRAVE = "grave"
