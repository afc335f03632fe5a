"""Opens the one index of the process beside the running server, and says until then that the service is not ready.

The open index is ``app.state.index``, None until it is there; ``app.state.index_failure`` says why it never will be.
"""

import logging
from collections.abc import Callable
from typing import Annotated

from fastapi import Depends, FastAPI
from starlette.exceptions import HTTPException
from starlette.requests import Request

from indexer.embedding import ModelUnavailableError, load_encoder
from indexer.packaged_weights import PackagedWeightsError
from indexer.store import IndexUnusableError, OpenIndex, open_index
from service.answering import answer_question
from service.settings import ServiceSettings
from service.types import Question

_RETRY_SECONDS = 2

_logger = logging.getLogger(__name__)


def open_configured_index(settings: ServiceSettings) -> OpenIndex:
    """The index in use in the configured folder, with its model, if it is of the documents in the configured corpus folder.

    It has answered a question, so that no visitor waits for what is only loaded at the first one. Raises
    IndexUnusableError, ModelUnavailableError or PackagedWeightsError, whose message says what to do.
    """
    index = open_index(settings.index, load_encoder(settings.embedding_model), settings.corpus)
    title = next(iter(index.documents.values())).title
    answer_question(Question(f"Waarover gaat {title}?"), index)
    return index


def make_ready(app: FastAPI, opener: Callable[[], OpenIndex], on_failure: Callable[[], None]) -> None:
    """Opens the index for the app; blocks for seconds. A failure is logged, kept and reported, not raised."""
    try:
        index = opener()
    except (IndexUnusableError, ModelUnavailableError, PackagedWeightsError) as error:
        app.state.index_failure = str(error)
        _logger.error("De index is niet te openen. %s", error)
        on_failure()
    except Exception as error:
        app.state.index_failure = f"Onverwachte fout {type(error).__name__}: {error}"
        _logger.exception("De index is niet te openen door een onverwachte fout.")
        on_failure()
    else:
        app.state.index = index
        _logger.info("De index is open: versie %s, %d documenten.", index.info.version, len(index.documents))


async def require_index(request: Request) -> OpenIndex:
    """The open index, as a dependency; a 503 while there is none. Async, so that a full thread pool keeps no health check waiting."""
    index: OpenIndex | None = request.app.state.index
    if index is not None:
        return index
    if request.app.state.index_failure is not None:
        raise HTTPException(503, "De index is niet te openen; het logboek van de dienst zegt waarom.")
    raise HTTPException(503, headers={"Retry-After": str(_RETRY_SECONDS)})


CurrentIndex = Annotated[OpenIndex, Depends(require_index)]
