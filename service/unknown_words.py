"""Bridges words that the documents lack to the nearest words that they have: "topics" to "onderwerpen", "gepraat" to "gesprek".

The model that embeds passages also embeds single words, in Dutch and in English, so no dictionary is needed.
"""

from itertools import islice

from indexer.embedding import Embeddings
from indexer.store import OpenIndex
from indexer.words import STOP_WORDS, match_stems, split_words, stem_words
from service.question_form import ENGLISH_FILLERS, is_english

# Likeness from which one word stands for another. Words of another language lie further apart than synonyms do, and nearly
# every English word needs a bridge (docs/decisions.md, "Onbekende woorden").
NEAR_IN_DUTCH = 0.50
NEAR_IN_ENGLISH = 0.35

SHORTEST_BRIDGED = 3
LONGEST_BRIDGED = 40  # letters; what is longer is no word that another could stand for
MOST_BRIDGED = 12
MOST_LOOKED_UP = 60  # different words of a question; each that is not literally there is compared with the whole vocabulary


def bridge_words(question: str, index: OpenIndex) -> tuple[Embeddings, dict[str, str]]:
    """The question's embedding, shape (dimension,), and for each word unknown to the documents the word of theirs that is near."""
    unknown = find_unknown_words(question, index)[:MOST_BRIDGED]
    (embedding,) = index.encoder.encode_queries([question])
    # Apart: beside a question each word would be padded to its length, which took a long one 19 times its own time.
    word_embeddings = index.encoder.encode_queries(unknown)
    near_enough = NEAR_IN_ENGLISH if is_english(question) else NEAR_IN_DUTCH
    nearest = [index.nearest_word(word_embedding) for word_embedding in word_embeddings]
    return embedding, {word: near for word, (near, likeness) in zip(unknown, nearest, strict=True) if likeness >= near_enough}


def cross_bridges(question: str, bridges: dict[str, str]) -> str:
    """The question's words, with each that the documents lack replaced by its bridge."""
    return " ".join(bridges.get(word, word) for word in split_words(question) if word not in ENGLISH_FILLERS)


def abbreviate(question: str, index: OpenIndex) -> list[str]:
    """The abbreviations of what the question writes out, as the documents explain them: "ZN" for "Zorgverzekeraars Nederland"."""
    said = f" {' '.join(split_words(question))} "
    return [short for short, full in index.abbreviations.items() if f" {' '.join(split_words(full))} " in said]


def find_unknown_words(question: str, index: OpenIndex) -> list[str]:
    """Of the first words that carry a subject, those that stand nowhere in the documents, in no form or compound, each once."""
    words = dict.fromkeys(
        word
        for word in split_words(question)
        if word not in STOP_WORDS
        and word not in ENGLISH_FILLERS
        and SHORTEST_BRIDGED <= len(word) <= LONGEST_BRIDGED
        and not word.isdigit()
    )
    return [word for word in islice(words, MOST_LOOKED_UP) if not is_known(stem_words([word])[0], index)]


def is_known(stem: str, index: OpenIndex) -> bool:
    """Whether a word stands in the documents: itself, a compound with it, or with a slip of the pen."""
    return stem in index.vocabulary or any(match_stems(stem, other) > 0 for other in index.vocabulary)
