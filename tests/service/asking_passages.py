"""A note with passages of every form, questions of every kind, and ways to ask one passage for its words."""

from corpus.types import Passage
from indexer.store import OpenIndex
from service.quoting import Quotation, quote_passage
from service.retrieval import search_passages

QUESTIONS = (
    *("Wat moet een plan bevatten?", "Waarom nam de instroom af?", "Wie ondertekende de afspraken?", "😀", "de het een"),
    *("Hoeveel casuïstiekbesprekingen zijn er in Nijmegen geweest?", "What is the aim?"),
)

NOTE = """# Nota speeltuinen

## Aanleg van speeltuinen

De wethouder opende gisteren een schaatsbaan bij het kanaal. Elke wijk krijgt een speeltuin met schommels. Daarvoor is een budget
vastgesteld door de raad. Bakkers leveren ondertussen krentenbollen aan het stadhuis.

## Eisen aan een speeltuin

Een speeltuin heeft ten minste:

- een hek
- een bankje
- een waterkraan

## Een andere kop

- fietsen
- steppen

## Hek

Is een hek om de speeltuin veilig? Een hek om de speeltuin is veilig.
"""


def quote(question: str, passage: Passage, index: OpenIndex) -> Quotation:
    """The words that this passage gives for a question, whether or not it is the best passage."""
    search = search_passages(question, index, count=1)
    return quote_passage(question, search.words, passage, search.query_embedding, index)


def passage_with(words: str, index: OpenIndex) -> Passage:
    """The first passage that holds these words; no overview."""
    return next(passage for passage in index.passages if words in index.passage_text(passage) and passage.form != "overview")


def words_of(quotation: Quotation, index: OpenIndex) -> str:
    """The answering words."""
    return quotation.core.of(index.texts[quotation.passage.document_id].text)
