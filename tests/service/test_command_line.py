"""The command line as people and scripts use it: real processes, real files."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from openpyxl import Workbook

from matching.files import read_documents, read_profiles, write_results
from matching.index import Index
from matching.ranking import nearest
from matching.thesaurus import Thesaurus

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("var")
    assert caunoi("init", data_dir=folder).returncode == 0
    return folder


def caunoi(
    *arguments: str, data_dir: Path, root: Path = ROOT, **extra: str
) -> subprocess.CompletedProcess[str]:
    outside = {name: value for name, value in os.environ.items() if not name.startswith("CAUNOI_")}
    environment = outside | {"CAUNOI_DATA_DIR": str(data_dir)} | extra
    return subprocess.run(
        [sys.executable, "-m", "service", *arguments],
        env=environment,
        cwd=root,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def lines(path: Path, *rows: object) -> Path:
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), "utf-8")
    return path


def test_a_second_preparation_changes_nothing_and_all_is_well(data_dir: Path) -> None:
    assert caunoi("init", data_dir=data_dir).returncode == 0
    done = caunoi("check", data_dir=data_dir)
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("command", ["counts", "check", "export", "reindex", "serve"])
def test_an_unprepared_installation_says_what_to_do_and_stays_as_it_is(
    tmp_path: Path, command: str
) -> None:
    done = caunoi(command, data_dir=tmp_path / "var")
    assert done.returncode == 1
    assert "caunoi init" in done.stderr
    assert not (tmp_path / "var").exists()


def test_counts_are_those_of_the_shipped_catalogue(data_dir: Path) -> None:
    found = json.loads(caunoi("counts", "--json", data_dir=data_dir).stdout)
    assert (found["projects"], found["products"]) == (122, 120)
    assert found["texts"]["vi"]["original"] == 242


def test_exports_hold_every_listing(data_dir: Path, tmp_path: Path) -> None:
    json_file, csv_file = tmp_path / "all.json", tmp_path / "all.csv"
    assert caunoi("export", "--out", str(json_file), data_dir=data_dir).returncode == 0
    csv_export = ("export", "--format", "csv", "--out", str(csv_file))
    assert caunoi(*csv_export, data_dir=data_dir).returncode == 0
    with csv_file.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(json.loads(json_file.read_text("utf-8"))["listings"]) == len(rows) == 242
    assert not any(cell.startswith(("=", "+", "@")) for row in rows for cell in row.values())


def test_two_files_are_matched_across_languages_and_formats(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["id", "lang", "title", "body"])
    book.active.append(["a", "vi", "Gừng hữu cơ", ""])
    book.active.append(["b", "vi", "Cà phê rang xay", ""])
    book.save(tmp_path / "listings.xlsx")
    profiles = lines(
        tmp_path / "q.jsonl", {"id": "q2", "text": "커피"}, {"id": "q1", "text": "生姜"}
    )
    done = caunoi(
        "match",
        "--listings",
        str(tmp_path / "listings.xlsx"),
        "--profiles",
        str(profiles),
        "--top",
        "1",
        data_dir=tmp_path,
    )
    assert done.returncode == 0, done.stderr
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["query"] for answer in answers] == ["q2", "q1"]
    assert [answer["results"][0]["id"] for answer in answers] == ["b", "a"]


def files_to_match(folder: Path, *, profiles: int) -> tuple[str, ...]:
    words = ("커피", "生姜", "ginger and coffee", "gừng")
    listings = lines(
        folder / "listings.jsonl",
        {"id": "b", "lang": "vi", "text": "Cà phê rang xay"},
        {"id": "a", "lang": "vi", "text": {"title": "Gừng hữu cơ", "body": "Kon Tum"}},
    )
    asked = [{"id": f"q{n}", "text": f"{words[n % len(words)]} {n}"} for n in range(profiles)]
    sought = lines(folder / "profiles.jsonl", *asked)
    return ("match", "--listings", str(listings), "--profiles", str(sought))


def test_many_profiles_get_the_bytes_that_one_process_writes(tmp_path: Path) -> None:
    arguments, out = files_to_match(tmp_path, profiles=150), tmp_path / "out.jsonl"
    done = caunoi(*arguments, "--out", str(out), data_dir=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    index = Index.build(read_documents(tmp_path / "listings.jsonl"), Thesaurus.load())
    profiles = read_profiles(tmp_path / "profiles.jsonl")
    alone = io.StringIO()
    write_results(alone, ((name, nearest(index, each)) for name, each in profiles), index.thesaurus)
    assert out.read_bytes() == alone.getvalue().encode()


def test_each_listing_gets_the_profiles_that_it_fits(tmp_path: Path) -> None:
    arguments = files_to_match(tmp_path, profiles=4)
    done = caunoi(*arguments, "--reverse", "--top", "2", data_dir=tmp_path)
    assert done.returncode == 0, done.stderr
    coffee, ginger = map(json.loads, done.stdout.splitlines())
    assert (coffee["listing"], ginger["listing"]) == ("b", "a")
    assert {each["id"] for each in coffee["results"]} == {"q0", "q2"}
    assert ginger["results"][0]["id"] == "q3"
    assert set(ginger["results"][0]) == {"id", "score", "band", "reasons"}


@pytest.mark.skipif(sys.platform == "win32", reason="there are no process groups")
@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM], ids=["interrupt", "end"])
def test_a_run_that_is_stopped_leaves_neither_results_nor_files(
    tmp_path: Path, end: signal.Signals
) -> None:
    arguments, scratch = files_to_match(tmp_path, profiles=20_000), tmp_path / "scratch"
    scratch.mkdir()
    results = tmp_path / "results"
    results.mkdir()
    (results / "out.jsonl").write_text("of an earlier run")
    running = subprocess.Popen(
        [sys.executable, "-m", "service", *arguments, "--out", str(results / "out.jsonl")],
        env=os.environ | {"TMPDIR": str(scratch)},
        cwd=ROOT,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    while running.poll() is None and not list(results.glob("*.part")):
        time.sleep(0.05)
    while running.poll() is None and not list(scratch.glob("caunoi-*/index")):
        time.sleep(0.05)
    os.killpg(running.pid, end)
    _, told = running.communicate(timeout=60)
    assert running.returncode not in (None, 0)
    assert "Traceback" not in told
    assert list(scratch.iterdir()) == []
    assert [each.name for each in results.iterdir()] == ["out.jsonl"]
    assert (results / "out.jsonl").read_text() == "of an earlier run"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "no rows"),
        (b"not json\n", "line 1"),
        (b'{"id": "a", "text": "\xff"}', "UTF-8"),
        ('{"id": "a", "text": "gừng"}\n{"id": "b"}'.encode(), "line 2"),
    ],
)
def test_an_unusable_file_is_refused_by_line_and_nothing_is_written(
    tmp_path: Path, content: bytes, told: str
) -> None:
    listings, out = tmp_path / "listings.jsonl", tmp_path / "out.jsonl"
    listings.write_bytes(content)
    profiles = lines(tmp_path / "q.jsonl", {"id": "q", "text": "ginger"})
    done = caunoi(
        "match",
        "--listings",
        str(listings),
        "--profiles",
        str(profiles),
        "--out",
        str(out),
        data_dir=tmp_path,
    )
    assert done.returncode == 1
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert not out.exists()


@pytest.mark.parametrize(
    ("path", "old", "new", "told"),
    [
        ("catalogue/sample/products/prd-51-024.toml", '"51"', '"99"', "prd-51-024.toml"),
        ("catalogue/sample/products/prd-51-024.toml", "[texts.ko]", "[texts.ko", "prd-51-024.toml"),
        ("matching/vocabulary/geography.csv", "highlands,,,,", "highlands,,,", "geography.csv"),
    ],
)
def test_a_spoilt_listing_or_concept_is_named_by_its_file(
    tmp_path: Path, path: str, old: str, new: str, told: str
) -> None:
    for package in ("service", "catalogue", "matching", "i18n"):
        shutil.copytree(ROOT / package, tmp_path / package)
    text = (tmp_path / path).read_text("utf-8")
    assert old in text
    (tmp_path / path).write_text(text.replace(old, new, 1), "utf-8")
    done = caunoi(
        "evaluate", "--judgments", str(ROOT / "tests/judgments"), data_dir=tmp_path, root=tmp_path
    )
    assert done.returncode == 1
    assert told in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("read", ["listings.jsonl", "profiles.jsonl"])
def test_results_never_replace_what_is_read(tmp_path: Path, read: str) -> None:
    arguments = files_to_match(tmp_path, profiles=2)
    before = (tmp_path / read).read_bytes()
    done = caunoi(*arguments, "--out", str(tmp_path / read), data_dir=tmp_path)
    assert done.returncode == 1
    assert "would replace" in done.stderr
    assert (tmp_path / read).read_bytes() == before


def test_wrong_usage_and_wrong_settings_are_told_apart(tmp_path: Path) -> None:
    assert caunoi("match", data_dir=tmp_path).returncode == 2
    assert caunoi("dance", data_dir=tmp_path).returncode == 2
    wrong = caunoi("counts", data_dir=tmp_path, CAUNOI_PROT="1")
    assert wrong.returncode == 1
    assert "CAUNOI_PROT" in wrong.stderr
    assert "Traceback" not in wrong.stderr


def test_evaluation_prints_its_figures_and_stays_above_the_floor(tmp_path: Path) -> None:
    done = caunoi("evaluate", "--json", "--listing-languages", "vi", data_dir=tmp_path)
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    over_all = report["sets"]["shipped_demands"]["rows"][0]
    assert (over_all["listings"], over_all["n"]) == ("vi", 20)
    assert over_all["ndcg"]["mean"] >= report["floors"]["shipped_demands"]["ndcg_at_10_vi"]
