"""What never stands in a log: the links by which employees answer a pulse."""

import logging
import re

LINK = re.compile(r"/p/[^/\s\"'?]+")


class WithoutLinks(logging.Filter):
    """Lines about a page of the pulse say that it was one, and not which."""

    def filter(self, record: logging.LogRecord) -> bool:
        said = record.getMessage()
        if LINK.search(said):
            record.msg, record.args = LINK.sub("/p/…", said), None
        return True
