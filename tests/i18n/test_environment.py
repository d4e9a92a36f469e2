from datetime import date
from pathlib import Path

import pytest
from jinja2 import Environment, UndefinedError
from markupsafe import Markup

from i18n.environment import environment
from i18n.languages import LANGUAGES, Language


@pytest.fixture
def english(tmp_path: Path) -> Environment:
    return environment(Language.EN, [tmp_path])


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        (Language.VI, "1,2 tỷ đồng 4.800 ha 29/12/2025 vi"),
        (Language.EN, "VND 1.2 billion 4,800 ha 29 December 2025 en"),
        (Language.KO, "12억 동 4,800 ha 2025년 12월 29일 ko"),
        (Language.JA, "12億ドン 4,800 ha 2025年12月29日 ja"),
    ],
)
def test_formats_speak_the_language_of_the_environment(language: Language, shown: str) -> None:
    source = "{{ n | money('VND') }} {{ 4800 | area }} {{ day | date }} {{ language }}"
    template = environment(language, []).from_string(source)
    rendered = template.render(n=1_200_000_000, day=date(2025, 12, 29))
    assert rendered.replace("\u00a0", " ") == shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_format_is_there(language: Language) -> None:
    source = (
        "{{ 1 | number }}{{ 0.5 | percent }}{{ '2021' | partial_date }}{{ '2021' | years }}"
        "{{ 1 | area | about }}{{ 1 | area | more_than }}{{ 5 | approximate_money('USD') }}"
        "{{ money_range(1, 2, currency='USD') }}"
    )
    assert environment(language, []).from_string(source).render()


def test_values_take_their_places_in_a_sentence(english: Environment) -> None:
    assert english.from_string("{{ _('Page {n} of {total}', n=2, total=9) }}").render() == (
        "Page 2 of 9"
    )


def test_sentences_may_use_the_placeholders_of_blocks(english: Environment) -> None:
    assert english.from_string("{{ _('%(n)s of 9', n=2) }}").render() == "2 of 9"


def test_a_value_cannot_bring_tags_along(english: Environment) -> None:
    rendered = english.from_string("{{ _('{name} sent', name=x) }}").render(x="<script>")
    assert rendered == "&lt;script&gt; sent"


def test_a_link_made_by_the_template_stays_a_link(english: Environment) -> None:
    link = Markup('<a href="/en/about">sources</a>')
    rendered = english.from_string("{{ _('See {link}', link=x) }}").render(x=link)
    assert rendered == 'See <a href="/en/about">sources</a>'


def test_a_sentence_is_safe_inside_an_attribute(english: Environment) -> None:
    source = """<i title="{{ _('Unknown "{x}"', x=1) }}">{{ _('a "b"') }}</i>"""
    assert english.from_string(source).render() == (
        '<i title="Unknown &#34;1&#34;">a &#34;b&#34;</i>'
    )


def test_a_percent_sign_needs_no_doubling(english: Environment) -> None:
    assert english.from_string("{{ _('79 % of {n}', n=1) }} {{ _('5 %') }}").render() == (
        "79 % of 1 5 %"
    )


def test_counts_choose_the_form(english: Environment) -> None:
    source = "{{ ngettext('{n} result', '{n} results', n) }}"
    assert english.from_string(source).render(n=1) == "1 result"
    assert english.from_string(source).render(n=4) == "4 results"


def test_a_count_can_be_shown_formatted(english: Environment) -> None:
    source = "{{ ngettext('{n} result', '{n} results', n, n=n | number) }}"
    assert english.from_string(source).render(n=4800) == "4,800 results"


def test_blocks_are_sentences_with_markup(english: Environment) -> None:
    source = """{% trans x=x %}
        Dear <b>{{ x }}</b>,
        welcome
    {% endtrans %}"""
    assert english.from_string(source).render(x="<An>") == "Dear <b>&lt;An&gt;</b>, welcome"


def test_blocks_count_too(english: Environment) -> None:
    source = "{% trans count=n %}{{ count }} day{% pluralize %}{{ count }} days{% endtrans %}"
    assert english.from_string(source).render(n=3) == "3 days"


def test_context_parts_equal_words(english: Environment) -> None:
    assert english.from_string("{{ pgettext('certificate', 'expired') }}").render() == "expired"


def test_an_unknown_name_is_an_error(english: Environment) -> None:
    with pytest.raises(UndefinedError):
        english.from_string("{{ lisitng }}").render()


def test_pages_are_escaped_and_mails_are_not(tmp_path: Path, english: Environment) -> None:
    for name in ("page.html", "mail.txt", "feed.xml"):
        (tmp_path / name).write_text("{{ x }} {{ _('{x}', x=x) }}", encoding="utf-8")
    assert english.get_template("page.html").render(x="R&D") == "R&amp;D R&amp;D"
    assert english.get_template("feed.xml").render(x="R&D") == "R&amp;D R&amp;D"
    assert english.get_template("mail.txt").render(x="R&D") == "R&D R&D"


def test_a_macro_imported_without_context_still_speaks_the_language(tmp_path: Path) -> None:
    (tmp_path / "rows.html").write_text("{% macro row(n) %}{{ n | area }}{% endmacro %}")
    template = environment(Language.VI, [tmp_path]).from_string(
        "{% from 'rows.html' import row %}{{ row(4800) }}"
    )
    assert template.render() == "4.800\u00a0ha"
