"""What counts as the same word in Dutch: folded, stemmed, and cut into letter groups for compounds and slips of the pen."""

import re
import threading
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

import Stemmer

# Words that carry no subject. Question words and verbs of asking are among them: they stand in questions, not in answers.
STOP_WORDS = frozenset(
    """de het een en of maar want dus die dat dit deze der des den ten ter te in op aan van voor met om door bij naar uit
    over onder tot tussen zonder tegen na als dan toen nu al er hier daar waar wie wat welk welke wanneer waarom hoe
    hoeveel hoeveelste waarin waarvoor waaraan waarmee waarover waaruit waartoe hoelang ik je jij u hij zij ze we wij
    jullie men mij me ons onze zijn haar hun uw mijn jouw is was waren ben bent wordt worden werd werden geworden
    geweest heeft hebben had hadden heb hebt kan kunnen kon konden moet moeten moest moesten mag mogen zal zullen zou
    zouden wil willen gaat gaan ging gingen doet doen deed staat staan stond komt komen kwam niet geen wel ook nog zo
    zoals heel erg meer meest veel alle alles elk elke ander andere anderen iets iemand zich zelf eigen bevat bevatten
    bevatte omvat omvatten bestaat bestaan luidt luiden letterlijk woordelijk exact exacte volgens eigenlijk precies
    graag even toch ja nee a.u.b alsjeblieft noem geef leg vertel zeg zeggen bedoeld bedoelen betekent what which who
    when where why how much many the a an on to for and are were do does did by with from that this it
    """.split()
)

GRAM_LENGTH = 4

# Letters. Below these, one word inside another ("zorg" in "verzorgd") or a likeness of spelling says little.
SHORTEST_COMPOUND_PART = 5
SHORTEST_SLIP = 6

# Share of three-letter groups in common: "zorgkantor" and "zorgkantoor" have 0.82, "aanvraag" and "aanpak" 0.2.
SAME_WORD_SHARE = 0.6
PARTIAL_MATCH = 0.8

_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_PARTS = re.compile(r"[^\W_]+")
_stemmers = threading.local()


def fold_word(word: str) -> str:
    """Lower case without accents: "Casuïstiek" and "casuistiek" are the same word."""
    if word.isascii():
        return word.lower()
    # Some letters only become letters that have a lower case when they are decomposed: "𝑨".
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", word).lower())
    return "".join(character for character in decomposed if not unicodedata.combining(character)).replace("’", "'")


def split_words(text: str) -> list[str]:
    """The folded words of a text, in order; "Wlz-ggz-w" gives its three parts, "regio's" gives "regio"."""
    words = []
    for match in _WORD.finditer(text):
        folded = re.sub(r"'s$", "", fold_word(match.group()))
        words += _PARTS.findall(folded)
    return words


def stem_words(words: Iterable[str]) -> list[str]:
    """The Kraaij-Pohlmann stems, in the order of the words."""
    if not hasattr(_stemmers, "dutch"):
        # A stemmer keeps a buffer of its own and must not be shared between threads.
        # Nor does it remember words: some of them are of questions.
        _stemmers.dutch = Stemmer.Stemmer("dutch", 0)
    return list(_stemmers.dutch.stemWords(list(words)))


def find_informative_stems(text: str) -> list[str]:
    """The stems of the words that carry a subject, in order, each once."""
    words = [word for word in split_words(text) if word not in STOP_WORDS and (len(word) > 1 or word.isdigit())]
    return list(dict.fromkeys(stem_words(words)))


def cut_grams(word: str) -> list[str]:
    """The groups of four letters within a word, with its edges marked: what two compounds share."""
    marked = f"_{word}_"
    return [marked[i : i + GRAM_LENGTH] for i in range(max(1, len(marked) - GRAM_LENGTH + 1))]


def text_to_terms(text: str) -> list[str]:
    """The terms that the lexical index matches: stems (marked with "=") and letter groups of every informative word."""
    words = [word for word in split_words(text) if word not in STOP_WORDS]
    terms = [f"={stem}" for stem in stem_words(words)]
    for word in words:
        terms += cut_grams(word)
    return terms


def match_stems(asked: str, known: str) -> float:
    """How far two stems are the same word: 1 equal, 0.8 a compound of it or a slip of the pen, 0 unrelated.

    ``known`` is a word of the documents: it is remembered, so that a question needn't take it apart again. ``asked`` is not.
    """
    if asked == known:
        return 1.0
    short, long = (asked, known) if len(asked) <= len(known) else (known, asked)
    if len(short) >= SHORTEST_COMPOUND_PART and short in long:
        return PARTIAL_MATCH
    if len(short) >= SHORTEST_SLIP and _share_of_grams(asked, known) >= SAME_WORD_SHARE:
        return PARTIAL_MATCH
    return 0.0


def _share_of_grams(asked: str, known: str) -> float:
    """The groups of three letters in common, twice, over those of both: 1 for the same word."""
    right = _three_letters_of_known(known)
    shared = sum(group in asked for group in right)
    if shared / len(right) < SAME_WORD_SHARE / (2 - SAME_WORD_SHARE):
        return 0.0  # too few, however few groups the asked word has
    return 2 * shared / (len(_three_letters(asked)) + len(right))


def _three_letters(word: str) -> frozenset[str]:
    return frozenset(word[i : i + 3] for i in range(len(word) - 2))


_three_letters_of_known = lru_cache(maxsize=100_000)(_three_letters)
