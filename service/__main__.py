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
    top: Annotated[int, typer.Option(min=1, max=1000, help="Results a profile.")] = 10,
    out: Out = None,
) -> None:
    """Match two files without any database; results as JSON lines."""
    from service.commands import file_matching

    file_matching.match(listings, profiles, top=top, out=out)


@app.command()
def evaluate(
    listing_languages: Annotated[
        str, typer.Option(help="Reduce listings to these languages, for example vi or ko,ja.")
    ] = "",
    judgments: Annotated[Path, typer.Option(help="Folder of judged profiles.")] = Path(
        "tests/judgments"
    ),
    as_json: AsJson = False,
) -> None:
    """Measure matching on judged profiles over the shipped catalogue; exit 1 below a floor."""
    from service.commands import evaluating

    evaluating.evaluate(listing_languages, judgments=judgments, as_json=as_json)


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
