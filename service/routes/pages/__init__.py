"""The page for people: ask, read a document, see figures, check a wording. It works without JavaScript."""

from fastapi import APIRouter

from service.routes.pages import about, ask, document, documents, figures, wordings

router = APIRouter()
for part in (ask, documents, document, figures, wordings, about):
    router.include_router(part.router)
