"""The fingerprint of everything of ours that makes an answer or judges it: two runs are of the same code or they are not."""

import hashlib
from functools import cache
from pathlib import Path

import corpus
import evals
import indexer
import service

# Documents and cases have fingerprints of their own; results, published or not, and floors change no answer and no verdict.
_NOT_CODE = frozenset({"sources", "manifest.toml", "cases", "results", "floors.toml", "evaluation.json", "__pycache__"})


@cache
def code_fingerprint() -> str:
    """Twelve characters that change with any file of the four folders, but for documents, cases, floors and results."""
    digest = hashlib.sha256()
    for package in (corpus, indexer, service, evals):
        for folder in map(Path, package.__path__):
            for path in sorted(folder.rglob("*")):
                name = path.relative_to(folder)
                if path.is_file() and not _NOT_CODE.intersection(name.parts):
                    digest.update(f"{package.__name__}/{name.as_posix()}\0".encode() + path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]
