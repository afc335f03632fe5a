"""``make screenshots``: pictures of each page at the width of a phone and of a desk, for the README."""

import io
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, FloatRect, ViewportSize

from service.http.readiness import open_configured_index
from service.settings import ServiceSettings
from tests.browser.chromium import ChromiumMissingError, find_chromium, start_chromium
from tests.browser.serving import serve_index
from tests.browser.states import STATES
from tests.browser.watching import Watch, open_window

FOLDER = Path(__file__).parents[2] / "docs" / "screenshots"
# As wide as a phone and a desk, and tall enough to show an answer with its sources; a phone draws two dots for a pixel.
WINDOWS: dict[str, tuple[ViewportSize, int]] = {
    "telefoon": ({"width": 360, "height": 900}, 2),
    "desktop": ({"width": 1280, "height": 1100}, 1),
}
SHOWN = (
    *("leeg", "lijst", "grafiek", "niet-gevonden", "document-gemarkeerd", "formulering-afwijkend", "documenten"),
    *("cijfers-gekozen", "over", "toegankelijkheid"),
)
SHOWN_HEIGHT = "() => Math.min(innerHeight, document.querySelector('footer').getBoundingClientRect().bottom)"
COLOURS = 64  # of a palette: flat pages of text lose nothing that is seen
MOST_BYTES = 150_000


def main() -> int:
    """Makes every picture anew; returns the exit status, 1 when there is no browser or a picture is too large."""
    try:
        chromium = find_chromium()
    except ChromiumMissingError as error:
        print(error, file=sys.stderr)
        return 1
    FOLDER.mkdir(exist_ok=True)
    with start_chromium(chromium) as browser, serve_index(open_configured_index(ServiceSettings())) as service:
        sizes = {path.name: path.stat().st_size for path in take_pictures(browser, Watch(service))}
    for name, size in sizes.items():
        print(f"docs/screenshots/{name}  {size / 1000:.0f} kB")
    return int(max(sizes.values()) > MOST_BYTES)


def take_pictures(browser: Browser, watch: Watch) -> list[Path]:
    """A PNG of each shown state in each window, as it stands in the window when it has just been reached."""
    pictures = []
    for state in (state for state in STATES if state.name in SHOWN):
        for name, (size, scale) in WINDOWS.items():
            with open_window(browser, watch, viewport=size, device_scale_factor=scale) as page:
                page.goto(state.address)
                state.reach(page)
                page.wait_for_function("() => [...document.images].every((image) => image.complete)")
                path = FOLDER / f"{state.name}-{name}.png"
                clip: FloatRect = {"x": 0, "y": 0, "width": size["width"], "height": page.evaluate(SHOWN_HEIGHT)}
                save_small(page.screenshot(animations="disabled", caret="hide", clip=clip), path)
            pictures.append(path)
    return pictures


def save_small(picture: bytes, path: Path) -> None:
    """Writes the picture with a palette of few colours, which is a third of the bytes."""
    with Image.open(io.BytesIO(picture)) as opened:
        opened.convert("RGB").quantize(COLOURS).save(path, optimize=True)


if __name__ == "__main__":
    sys.exit(main())
