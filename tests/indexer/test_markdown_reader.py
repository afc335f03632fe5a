from pathlib import Path

from tests.indexer.reading_files import forms_of, read_bytes


def test_markup_is_left_out_and_structure_kept(tmp_path: Path) -> None:
    source = (
        "# Titel *van* iets\n\nEen **vette**\nalinea met [een link](https://voorbeeld.nl).\n\nHet plan bevat:\n\n"
        "1. een\n2. twee\n   - diep\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> citaat\n"
    )
    canonical = read_bytes(tmp_path, "x.md", source.encode())
    assert canonical.text == (
        "Titel van iets\n\nEen vette alinea met een link.\n\nHet plan bevat:\n\n1. een\n2. twee\n  - diep\n\na\tb\n1\t2\n\ncitaat"
    )
    assert [form for form, _ in forms_of(canonical)] == [
        "heading",
        "paragraph",
        "lead_in",
        "item",
        "item",
        "item",
        "table",
        "paragraph",
    ]


def test_settings_at_the_top_are_no_text_but_a_rule_further_on_hides_nothing(tmp_path: Path) -> None:
    assert read_bytes(tmp_path, "x.md", b"---\ntitle: x\n---\nTekst\n\n---\n\nmeer\n\n---\n").text == "Tekst\n\nmeer"
