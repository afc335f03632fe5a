"""Puts typing errors in a question about figures right, so that a slip of the keys doesn't cost an answer.

A word is mended only into one of the closed vocabulary, and never when it is a word by itself: "vrouwen" stays "vrouwen".
"""

import re

from service.figures.asking import vocabulary as words
from service.figures.asking.real_words import REAL_WORDS

# Letters. A word this long may have one slip, a longer one two: below that, words of the list lie as near to each other.
SHORTEST_MENDED = 4
SHORTEST_WITH_TWO = 8

# What is typed without its vowel; words that ask nothing by themselves, so that a mend can't change what is asked.
_WITHOUT_VOWELS = {"dn": "dan", "vn": "van", "mt": "met", "wt": "wat", "ht": "het", "vr": "voor", "nr": "naar"}
_TOKEN = re.compile(r"[^\W\d_]+")
_FILLING_MENDED = frozenset("waren hadden hebben werden volgens tussen sinds vanaf zitten tabel wonen precies ongeveer".split())
# Of the words that only fill, those that people often mistype: the rest looks too much like other words.
_MEANT = (words.VOCABULARY - words.FILLING) | words.DATE_WORDS | _FILLING_MENDED
_RIGHT = words.VOCABULARY | _MEANT
_BY_FIRST_LETTER = {letter: tuple(word for word in _MEANT if word[0] == letter) for letter in {word[0] for word in _MEANT}}


def mend_typing_errors(text: str) -> str:
    """The text with words put right that are a slip or two away from one of the list; names are left alone."""
    return _TOKEN.sub(_mend_word, text)


def _mend_word(match: re.Match[str]) -> str:
    written = match.group()
    is_name = match.start() > 0 and written[0].isupper() and not written.isupper()
    if is_name or (match.start() > 0 and match.string[match.start() - 1] in "'’"):
        return written
    return _WITHOUT_VOWELS.get(written) or find_meant(written.lower()) or written


def find_meant(written: str) -> str | None:
    """The word of the list that was meant; None for a word of the list, a real word, and one that could be two or none of them."""
    if len(written) < SHORTEST_MENDED or written in _RIGHT or written in REAL_WORDS:
        return None
    # A prefix or an ending that makes another word of it ("afgegeven") takes more.
    most = 2 if len(written) >= SHORTEST_WITH_TWO else 1
    near = sorted((count_slips(written, word), word) for word in list_near(written, most))
    nearest = [word for slips, word in near if slips == near[0][0] <= most]
    same = {(words.tell_groups(word), word in words.DATE_WORDS) for word in nearest}
    # Forms of one word ("indicatie", "indicaties") ask for the same; of two words neither is surely meant.
    return max(nearest, key=lambda word: (len(word) == len(written), word)) if len(same) == 1 else None


def list_near(written: str, most: int) -> list[str]:
    """The words of the list that begin alike, are about as long and may be so many slips away: few people miss the first letter.

    A slip changes at most two of the letters that a word is made of, which is quicker to see than where they stand.
    """
    letters = frozenset(written)
    same_length = (word for word in _BY_FIRST_LETTER.get(written[0], ()) if abs(len(word) - len(written)) <= 1)
    return [word for word in same_length if len(letters.symmetric_difference(word)) <= 2 * most]


def count_slips(written: str, meant: str) -> int:
    """How many letters are wrong, missing, too many or swapped with their neighbour (optimal string alignment)."""
    above: list[int] = []
    row = list(range(len(meant) + 1))
    for i, letter in enumerate(written, 1):
        two_above, above, row = above, row, [i]
        for j, other in enumerate(meant, 1):
            slips = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == meant[j - 2] and written[i - 2] == other:
                slips = min(slips, two_above[j - 2] + 1)
            row.append(slips)
    return row[-1]
