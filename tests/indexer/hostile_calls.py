"""What a reader could do to the process that it runs in. They stand here by name, so that another process can call them."""

import os
import signal
import sys
import time
from pathlib import Path

from corpus.manifest import LeftOut
from corpus.types import Document
from indexer.gathering import DocumentContent, gather_document


def wait_for_ever() -> None:
    time.sleep(600)


def count_for_ever() -> None:
    while True:
        pass


def take_memory() -> int:
    return len(b"x" * 3_000_000_000)


def take_memory_bit_by_bit() -> int:
    taken = []
    while True:
        taken.append(bytes(1_000_000))


def exit_silently() -> None:
    os._exit(3)


def crash() -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def leave() -> None:
    sys.exit(4)


def nest_for_ever() -> None:
    nest_for_ever()


def raise_fault() -> None:
    raise KeyError("weg")


def return_what_cannot_be_sent() -> object:
    return lambda: None


def print_much() -> str:
    print("x" * 1_000_000)
    return "klaar"


HOSTILE = {
    function.__name__: function
    for function in (
        *(wait_for_ever, count_for_ever, take_memory, take_memory_bit_by_bit, exit_silently, crash, leave, nest_for_ever),
        *(raise_fault, return_what_cannot_be_sent, print_much),
    )
}


def do_as_told(name: str) -> object:
    """What the hostile function of this name gives, else the number of this process."""
    return HOSTILE[name]() if name in HOSTILE else os.getpid()


def gather_as_told(document: Document, corpus_dir: Path) -> DocumentContent | LeftOut:
    """Reads a document as a build does, but for one whose id is the name of a hostile function."""
    if hostile := HOSTILE.get(document.id.replace("-", "_")):
        hostile()
    return gather_document(document, corpus_dir)
