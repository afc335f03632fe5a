"""Puts the HTTP service together: routes, edge and errors around one index that is opened once."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from threading import Thread

from fastapi import FastAPI

from indexer.store import OpenIndex
from service.http.admission import AdmissionMiddleware
from service.http.description import describe_api
from service.http.edge import EdgeMiddleware
from service.http.errors import add_error_handlers
from service.http.readiness import make_ready, open_configured_index
from service.routes import descriptions, documents, figures, health, pages, questions, searches, wordings
from service.settings import ServiceSettings

_ROUTES = (questions, documents, searches, figures, wordings, descriptions, health, pages)


def create_app(
    settings: ServiceSettings,
    index: OpenIndex | None = None,
    opener: Callable[[ServiceSettings], OpenIndex] = open_configured_index,
    on_failure: Callable[[], None] = lambda: None,
) -> FastAPI:
    """The whole service as one ASGI app, ready at once when it is given an open index.

    Otherwise its lifespan has ``opener`` open one, in a thread, so that /health/live answers meanwhile. A failure is logged,
    kept in ``app.state.index_failure``, and reported by ``on_failure``, with which the caller can end the start.
    """

    @asynccontextmanager
    async def open_index_beside(app: FastAPI) -> AsyncIterator[None]:
        if app.state.index is None:
            # A daemon: a service that is stopped while it opens has nothing to finish.
            Thread(target=make_ready, args=(app, lambda: opener(settings), on_failure), daemon=True).start()
        yield

    app = FastAPI(lifespan=open_index_beside, openapi_url=None, docs_url=None, redoc_url=None, redirect_slashes=False)
    app.state.index = index
    app.state.index_failure = None
    app.add_middleware(
        AdmissionMiddleware,
        maximum_at_once=settings.maximum_at_once,
        maximum_waiting=settings.maximum_waiting,
        longest_wait=settings.longest_wait_seconds,
    )
    app.add_middleware(EdgeMiddleware, maximum_body_bytes=settings.maximum_body_bytes)
    add_error_handlers(app)
    for routes in _ROUTES:
        app.include_router(routes.router)
    app.state.description = describe_api(app)
    return app
