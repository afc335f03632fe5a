"""Asks the service in this process: its own answering on an open index, without HTTP. The one file here that loads the model."""

import json
from collections.abc import Mapping

from evals.asking import Ask, AskError, Subject, SubjectError
from evals.baselines import build_baselines
from evals.fingerprints import code_fingerprint
from indexer.embedding import ModelUnavailableError, load_encoder
from indexer.settings import IndexSettings
from indexer.store import IndexUnusableError, OpenIndex, open_index
from service.answering import answer_question
from service.wire.answers import answer_to_wire
from service.wire.requests import Vraag


def open_in_process() -> Subject:
    """The service's own answering, without HTTP, on the index and the model of the settings. Raises ``SubjectError``."""
    settings = IndexSettings()
    try:
        return subject_of(open_index(settings.index, load_encoder(settings.embedding_model)))
    except (IndexUnusableError, ModelUnavailableError) as fault:
        raise SubjectError(str(fault)) from fault


def subject_of(index: OpenIndex) -> Subject:
    """An open index as the subject of a measurement; requests and responses have the shapes of the wire."""

    def ask(request: dict[str, object]) -> object:
        asked = Vraag.model_validate_json(json.dumps(request)).to_question()
        try:
            answer = answer_question(asked, index)
        except Exception as fault:  # any fault of the service is one wrong answer here, as it would be over HTTP
            raise AskError(f"de dienst gaf een fout: {type(fault).__name__}: {fault}") from fault
        return answer_to_wire(asked.text, answer, index.info).model_dump(mode="json", by_alias=True)

    def text_of(document_id: str) -> str:
        return index.texts[document_id].text

    def make_baselines() -> Mapping[str, Ask]:
        return build_baselines(index.texts.values(), index.encoder)

    return Subject(ask, text_of, index.info.model, index.info.corpus[:12], code_fingerprint(), make_baselines)
