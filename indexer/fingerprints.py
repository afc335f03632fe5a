"""Fingerprints by which an index is recognised as made of these documents, by this code."""

import hashlib
from functools import cache
from pathlib import Path

import corpus
import indexer
from corpus.manifest import MANIFEST_FILE, Manifest
from indexer.publishing import digest_file

# Raised by hand when the files of an index change form.
INDEX_FORMAT = 4


@cache
def code_fingerprint() -> str:
    """The digest of the code that makes an index: when it changes, an index is made anew."""
    digest = hashlib.sha256()
    for package in (corpus, indexer):
        for folder in package.__path__:
            for path in sorted(Path(folder).rglob("*.py")):
                digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def corpus_fingerprint(corpus_dir: Path, manifest: Manifest) -> str:
    """The digest of the manifest's bytes and of every document's bytes: an index is of these documents or of others."""
    digest = hashlib.sha256((corpus_dir / MANIFEST_FILE).read_bytes())
    for document in manifest.documents:
        digest.update(f"{document.id}\0{digest_file(corpus_dir / document.file)}\0".encode())
    return digest.hexdigest()
