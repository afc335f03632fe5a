"""Keeps questions out of the access log: the page asks in the query of an address, and that is nobody else's business."""

import logging


class QuestionFilter(logging.Filter):
    """Cuts the query off the address in uvicorn's access lines; everything else stays."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Lets every line through, without its query."""
        match record.args:
            case (client, method, str(address), *rest):
                record.args = (client, method, address.partition("?")[0], *rest)
        return True
