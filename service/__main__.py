"""The command line, `caunoi` = `python -m service`. Heavy parts are imported by the commands."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

app = typer.Typer(
    name="caunoi",
    help="Cầu Nối: Vietnamese investment projects and local products in four languages.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
thesaurus_app = typer.Typer(
    help="What the editor of the thesaurus works with.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.add_typer(thesaurus_app, name="thesaurus")
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")]
Out = Annotated[Path | None, typer.Option("--out", help="Write here instead of stdout.")]


@app.command()
def run() -> None:
    """Prepare the installation if needed, then serve it."""
    from service.commands import serving

    serving.run()


@app.command()
def init() -> None:
    """Create the database, load the shipped catalogue and build the index. Harmless to repeat."""
    from service.commands import serving

    serving.initialise()


@app.command()
def serve() -> None:
    """Serve an installation that has been prepared."""
    from service.commands import serving

    serving.serve()


@app.command()
def reindex() -> None:
    """Build the matching index again from the published listings."""
    from service.commands import serving

    serving.reindex()


@app.command()
def check() -> None:
    """Check settings, database, migrations, vocabularies and index; exit 1 if any is wrong."""
    from service.commands import checking

    checking.check()


@app.command()
def counts(as_json: AsJson = False) -> None:
    """Count listings and their texts by language and state."""
    from service.commands import tables

    tables.counts(as_json=as_json)


@app.command()
def export(
    form: Annotated[Literal["json", "csv"], typer.Option("--format", help="Form.")] = "json",
    out: Out = None,
) -> None:
    """Write the whole published catalogue."""
    from service.commands import tables

    tables.export(form, out=out)


@app.command()
def match(
    listings: Annotated[Path, typer.Option(help="Listings: JSON lines, CSV or XLSX.")],
    profiles: Annotated[Path, typer.Option(help="Profiles: JSON lines, CSV or XLSX.")],
    top: Annotated[
        int, typer.Option(min=1, max=1000, help="Results a profile, or a listing with --reverse.")
    ] = 10,
    reverse: Annotated[
        bool, typer.Option("--reverse", help="For each listing the profiles it fits.")
    ] = False,
    out: Out = None,
) -> None:
    """Match two files without any database; results as JSON lines."""
    from service.commands import file_matching

    answer = file_matching.match_listings if reverse else file_matching.match_profiles
    answer(listings, profiles, top=top, out=out)


@app.command()
def evaluate(
    listing_languages: Annotated[
        str,
        typer.Option(
            help="Only with listings reduced to these languages, for example vi or ko,ja."
        ),
    ] = "",
    judgments: Annotated[Path, typer.Option(help="Folder of judged profiles.")] = Path(
        "tests/judgments"
    ),
    as_json: AsJson = False,
) -> None:
    """Measure matching on judged profiles over the shipped catalogue; exit 1 below a floor."""
    from service.commands import evaluating

    evaluating.evaluate(listing_languages, judgments=judgments, as_json=as_json)


@thesaurus_app.command("gaps")
def thesaurus_gaps(
    listings: Annotated[
        Path | None, typer.Option(help="Listings instead of the published ones.")
    ] = None,
    profiles: Annotated[
        Path | None, typer.Option(help="Profiles instead of the example demands.")
    ] = None,
    top: Annotated[int, typer.Option(min=1, max=1000, help="Lines of each list.")] = 50,
    as_json: AsJson = False,
) -> None:
    """List what the thesaurus does not cover: titles, frequent words, profiles without answer."""
    from service.commands import thesaurus

    thesaurus.gaps(listings, profiles, top=top, as_json=as_json)


@thesaurus_app.command("export")
def thesaurus_export(
    form: Annotated[Literal["ttl", "jsonld"], typer.Option("--format", help="Form.")] = "ttl",
    out: Out = None,
) -> None:
    """Write the thesaurus as SKOS."""
    from service.commands import thesaurus

    thesaurus.export(form, out=out)


def main() -> None:
    """Run the command line; refusals are one line on stderr and exit status 1."""
    try:
        app()
    except Exception as error:
        from service.refusals import is_refusal

        if not is_refusal(error):
            raise
        typer.echo(f"caunoi: {error}", err=True)
        raise SystemExit(1) from None


if __name__ == "__main__":
    main()
