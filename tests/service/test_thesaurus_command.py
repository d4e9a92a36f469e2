"""`caunoi thesaurus` as its editor uses it: real processes, real files."""

from __future__ import annotations

import json
from pathlib import Path

from tests.service.test_command_line import caunoi, lines

LISTINGS = (
    {"id": "a", "lang": "vi", "text": "Rượu xyzvang Ngọc Hà"},
    {"id": "a", "lang": "en", "text": "Ngọc Hà qwerty wine"},
    {"id": "b", "lang": "vi", "text": "Gạo xyzvang"},
    {"id": "b", "lang": "en", "text": "Some rice with qwerty"},
    {"id": "c", "lang": "vi", "text": "Gừng tươi"},
    {"id": "d", "lang": "vi", "text": "Hàng [/b] xyz"},
)
PROFILES = ({"id": "p", "text": "xyzvang xyzvang", "lang": "vi"}, {"id": "q", "text": "ginger"})


def gaps(folder: Path, *options: str) -> tuple[int, str, str]:
    done = caunoi(
        "thesaurus",
        "gaps",
        "--listings",
        str(lines(folder / "l.jsonl", *LISTINGS)),
        "--profiles",
        str(lines(folder / "p.jsonl", *PROFILES)),
        *options,
        data_dir=folder,
    )
    return done.returncode, done.stdout, done.stderr


def test_the_gaps_of_two_files_as_json(tmp_path: Path) -> None:
    status, out, err = gaps(tmp_path, "--json")
    assert (status, err) == (0, "")
    found = json.loads(out)
    assert [each["listing_id"] for each in found["titles"]] == ["d"]
    assert {each["words"] for each in found["phrases"]} == {"xyzvang", "qwerty"}
    assert [each["profile_id"] for each in found["profiles"]] == ["p"]


def test_the_gaps_of_two_files_as_tables(tmp_path: Path) -> None:
    status, out, _ = gaps(tmp_path, "--top", "1")
    assert status == 0
    assert "Hàng [/b] xyz" in out
    assert "xyzvang" in out or "qwerty" in out
    assert "frequent words without a concept (1)" in out


def test_the_shipped_catalogue_is_read_where_nothing_is_prepared(tmp_path: Path) -> None:
    profiles = lines(tmp_path / "p.jsonl", {"id": "q", "text": "생강", "lang": "ko"})
    done = caunoi(
        "thesaurus", "gaps", "--json", "--profiles", str(profiles), data_dir=tmp_path / "var"
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["phrases"]
    assert found["profiles"] == []
    assert found["titles_total"] < 20
    assert not (tmp_path / "var").exists()


def test_an_unreadable_file_is_refused(tmp_path: Path) -> None:
    done = caunoi(
        "thesaurus", "gaps", "--listings", str(tmp_path / "none.jsonl"), data_dir=tmp_path
    )
    assert done.returncode == 1
    assert "none.jsonl" in done.stderr


def test_the_export_names_concepts_by_the_address_of_the_site(tmp_path: Path) -> None:
    out = tmp_path / "all.ttl"
    done = caunoi(
        "thesaurus",
        "export",
        "--out",
        str(out),
        data_dir=tmp_path / "var",
        CAUNOI_BASE_URL="https://caunoi.example/",
    )
    assert (done.returncode, done.stdout) == (0, "")
    assert not (tmp_path / "var").exists()
    ginger = "<https://caunoi.example/concepts/ginger> a skos:Concept"
    assert ginger in out.read_text(encoding="utf-8")


def test_the_export_as_json_ld_goes_to_stdout(tmp_path: Path) -> None:
    done = caunoi("thesaurus", "export", "--format", "jsonld", data_dir=tmp_path)
    graph = json.loads(done.stdout)["@graph"]
    ginger = next(each for each in graph if each["id"] == "urn:caunoi:concept:ginger")
    assert ginger["prefLabel"]["en"] == "ginger"


def test_an_unwritable_place_and_an_unknown_form_are_refused(tmp_path: Path) -> None:
    nowhere = str(tmp_path / "no" / "all.ttl")
    assert caunoi("thesaurus", "export", "--out", nowhere, data_dir=tmp_path).returncode == 1
    wrong = caunoi("thesaurus", "export", "--format", "xml", data_dir=tmp_path)
    assert wrong.returncode == 2
