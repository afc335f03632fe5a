"""The page for people: ask, read a document with the cited words marked, check a wording. It works without JavaScript."""

from fastapi import APIRouter

from service.routes.pages import about, ask, documents, wordings

router = APIRouter()
for part in (ask, documents, wordings, about):
    router.include_router(part.router)
