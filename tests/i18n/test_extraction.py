from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg

import i18n

CONFIGURATION = Path(i18n.__file__).with_name("babel.cfg")
PYTHON = """
LABEL = N_("Marked")
translate(language, "Translated {n}", n=1)
translate_plural(language, "{n} day", "{n} days", n)
translate_in_context(language, "certificate", "expired")
"""
TEMPLATE = """{{ _("Said") }} {% trans %}
    A block
    of lines
{% endtrans %}"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for path in ("web/pages/a.py", "service/a.py", "catalogue/a.py", "matching/a.py", "tests/a.py"):
        _write(tmp_path / path, PYTHON)
    for path in ("web/templates/pages/a.html", "service/templates/a.txt"):
        _write(tmp_path / path, TEMPLATE)
    return tmp_path


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _extracted(project: Path) -> Iterator[tuple[str, object, object]]:
    with CONFIGURATION.open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)  # type: ignore[no-untyped-call]
    found = extract_from_dir(project, methods, options, keywords=DEFAULT_KEYWORDS)
    for filename, _, message, _, context in found:
        yield filename, message, context


@pytest.mark.parametrize("package", ["web/pages", "service", "catalogue", "matching"])
def test_messages_are_collected_from_the_code_of_each_package(project: Path, package: str) -> None:
    found = [
        (text, context) for name, text, context in _extracted(project) if name == f"{package}/a.py"
    ]
    assert found == [
        ("Marked", None),
        ("Translated {n}", None),
        (("{n} day", "{n} days"), None),
        ("expired", "certificate"),
    ]


@pytest.mark.parametrize("template", ["web/templates/pages/a.html", "service/templates/a.txt"])
def test_messages_are_collected_from_templates_as_whole_sentences(
    project: Path, template: str
) -> None:
    found = [text for name, text, _ in _extracted(project) if name == template]
    assert found == ["Said", "A block of lines"]


def test_tests_have_nothing_to_translate(project: Path) -> None:
    assert not [name for name, _, _ in _extracted(project) if name.startswith("tests")]
