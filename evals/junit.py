"""Writes a run as JUnit XML, which every CI server shows: a test a case, under its half and kind."""

import re
import xml.etree.ElementTree as ET

from evals.report import describe_fault
from evals.run import Outcome, RunResult

# What XML 1.0 can't hold, escaped or not.
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render_junit(result: RunResult) -> str:
    """One suite with every case: passed, failed with what is wrong, or in error where no answer came. Times in seconds."""
    errors = sum(outcome.status == "fout" for outcome in result.outcomes)
    failed = sum(bool(outcome.faults) for outcome in result.outcomes)
    totals = {
        "name": "Beleidswijzer",
        "tests": str(len(result.outcomes)),
        "failures": str(failed - errors),
        "errors": str(errors),
        "time": f"{sum(outcome.milliseconds for outcome in result.outcomes) / 1000:.3f}",
    }
    suites = ET.Element("testsuites", totals)
    suite = ET.SubElement(suites, "testsuite", totals)
    for outcome in result.outcomes:
        _add_case(suite, outcome)
    ET.indent(suites)
    return ET.tostring(suites, encoding="unicode", xml_declaration=True) + "\n"


def _add_case(suite: ET.Element, outcome: Outcome) -> None:
    place = {"classname": f"{outcome.split}.{outcome.kind}", "name": outcome.case_id}
    case = ET.SubElement(suite, "testcase", place | {"time": f"{outcome.milliseconds / 1000:.3f}"})
    faults = describe_fault(outcome)
    if faults:
        kind = "error" if outcome.status == "fout" else "failure"
        fault = ET.SubElement(case, kind, {"message": _clean(faults[0]), "type": outcome.faults[0].measure})
        fault.text = _clean("\n".join((f"Vraag: {outcome.question}", *faults, f"Antwoord: {outcome.answer}")))


def _clean(text: str) -> str:
    return _NOT_IN_XML.sub("\ufffd", text)
