"""Lets no more requests work at once than the processor can carry: a short queue, and then a quick 503 that says when to return.

Without it every request of a crowd is begun, all of them wait for the same two cores, memory grows with each, and nobody is
answered. Whatever watches over the process (``/health``) and the few static files are never made to wait.
"""

import anyio
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

RETRY_SECONDS = 2
"""When a caller that was turned away may come back: by then a full queue of usual questions is answered."""

_NEVER_WAITING = ("/health/", "/pagina/")

_TOO_BUSY = f"De dienst heeft het te druk. Probeer het over {RETRY_SECONDS} seconden opnieuw."


class AdmissionMiddleware:
    """ASGI middleware: ``maximum_at_once`` requests work, ``maximum_waiting`` wait at most ``longest_wait`` seconds for their turn.

    A request waits for its turn only when its whole body is in, and gives its place to the next when its response begins, so
    a slow line keeps nobody out. The layer around it limits bodies and makes a response of the 503 that is raised here.
    """

    def __init__(self, app: ASGIApp, maximum_at_once: int, maximum_waiting: int, longest_wait: float) -> None:
        self.app = app
        self._maximum_at_once = maximum_at_once
        self._maximum_waiting = maximum_waiting
        self._longest_wait = longest_wait
        self._places: anyio.CapacityLimiter | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handles one request, at once or after a wait; raises HTTPException 503 when there is no place for it."""
        if scope["type"] != "http" or scope["path"].startswith(_NEVER_WAITING):
            await self.app(scope, receive, send)
            return
        messages = await _receive_whole(receive)
        turn = _Turn(self._open_places())
        if not await turn.take(self._maximum_waiting, self._longest_wait):
            raise HTTPException(503, _TOO_BUSY, headers={"Retry-After": str(RETRY_SECONDS)})
        try:
            await self.app(scope, _replay(messages, receive), turn.give_back_at_start(send))
        finally:
            turn.give_back()

    def _open_places(self) -> anyio.CapacityLimiter:
        """The places of this process; made in the loop that serves, which doesn't exist yet when the app is put together."""
        if self._places is None:
            self._places = anyio.CapacityLimiter(self._maximum_at_once)
        return self._places


class _Turn:
    """One request's place among those that work, taken once and given back once."""

    def __init__(self, places: anyio.CapacityLimiter) -> None:
        self._places = places
        self._holds = False

    async def take(self, maximum_waiting: int, longest_wait: float) -> bool:
        """Whether a place was had in time; a full queue is not joined."""
        if self._places.available_tokens < 1 and self._places.statistics().tasks_waiting >= maximum_waiting:
            return False
        with anyio.move_on_after(longest_wait):
            await self._places.acquire_on_behalf_of(self)
            self._holds = True
        return self._holds

    def give_back(self) -> None:
        """Lets the next request work; nothing where that was done already."""
        if self._holds:
            self._holds = False
            self._places.release_on_behalf_of(self)

    def give_back_at_start(self, send: Send) -> Send:
        """Sends on, and gives the place back when the response begins: the work is done then, sending is the line's affair."""

        async def send_on(message: Message) -> None:
            if message["type"] == "http.response.start":
                self.give_back()
            await send(message)

        return send_on


async def _receive_whole(receive: Receive) -> list[Message]:
    """Every message of the request's body, or up to the one that says that the caller is gone."""
    messages = [await receive()]
    while messages[-1]["type"] == "http.request" and messages[-1].get("more_body", False):
        messages.append(await receive())
    return messages


def _replay(messages: list[Message], receive: Receive) -> Receive:
    """Gives what was received once more, and then whatever comes after it."""
    coming = iter(messages)

    async def receive_again() -> Message:
        for message in coming:
            return message
        return await receive()

    return receive_again
