"""Pictures of every kiosk screen in every language and way to use it, from the kiosk's own window and flow.

A process of its own: `python -m installers.demo.kiosk_pictures FOLDER [LANGUAGE ...]`. The pictures stand at their real
size in `FOLDER/SCREEN/LANGUAGE-WAY-SHAPE.png`, and a contact sheet of each screen and shape in
`FOLDER/SCREEN-SHAPE.webp`: languages beside each other, ways below each other. Where a keypad or switch is used the
first answer is marked. The screen that is hidden looks alike everywhere: `FOLDER/curtain-SHAPE.png`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from installers.demo import contact_sheet
from installers.demo.kiosk_gallery import SCREENS, gallery
from kiosk.screens.controls import controls
from kiosk.screens.curtain import Curtain
from kiosk.screens.mark import Mark
from kiosk.screens.window import KioskWindow
from kiosk.views import KioskView
from kiosk.ways import Ways
from shared.domain.catalogue import Catalogue
from shared.domain.centre_file import load_centre
from shared.domain.languages import LANGUAGES, Speaking, Speech
from shared.languages.tongues import Tongues
from shared.ui import theme, tokens

SIZES = {"portrait": (1080, 1920), "landscape": (1920, 1080)}
WAYS = {
    "plain": Ways(),
    "large": Ways(large=True),
    "contrast": Ways(contrast=True),
    "large-contrast": Ways(large=True, contrast=True),
    "low": Ways(low=True),
    "audio": Ways(audio=True),
    "marked": Ways(marked=True),
}
CENTRE = Path(__file__).parents[1] / "centres" / "region-sur.toml"
WIDTHS = {"portrait": 270, "landscape": 420}
"""Of a picture on a contact sheet, in pixels."""

Pictures = dict[str, dict[str, dict[str, Path]]]
"""By screen, way and language."""


def take(centre: Catalogue, folder: Path, languages: Sequence[str] = LANGUAGES, only: Sequence[str] = ()) -> int:
    """How many there are, without the sheets; `only`: of these ways. The application has to be dressed already."""
    tongues = Tongues()
    tongues.centre_has(centre)
    everywhere = replace(centre, languages=LANGUAGES)
    count = 0
    for shape, size in SIZES.items():
        ways = {name: WAYS[name] for name in only or WAYS if shape == "portrait" or not WAYS[name].low}
        pictures: Pictures = {name: {way: {} for way in ways} for name in SCREENS}
        window = KioskWindow()
        window.setFixedSize(*size)
        window.show()
        mark = Mark(window)
        rounds = [(way, language) for way in ways for language in languages]
        with click.progressbar(rounds, label=f"kiosk, {shape}", show_pos=True) as bar:
            for way, language in bar:
                tongues.speak(language)
                for name, view in gallery(everywhere, language, ways=ways[way]):
                    file = folder / name / f"{language}-{way}-{shape}.png"
                    _photograph(window, view, file, mark)
                    pictures[name][way][language] = file
                    count += 1
        _hide(window, folder / f"curtain-{shape}.png")
        window.close()
        for name, of_ways in pictures.items():
            contact_sheet.write(folder / f"{name}-{shape}.webp", f"{name}, {shape}", of_ways, WIDTHS[shape])
    return count


def _photograph(window: KioskWindow, view: KioskView, file: Path, mark: Mark) -> None:
    window.show_view(view)
    is_marked = view.head.ways.marked or view.head.ways.audio
    mark.put(next(iter(controls(window)), None) if is_marked else None)
    QApplication.processEvents()
    file.parent.mkdir(parents=True, exist_ok=True)
    window.grab().save(str(file))


def _hide(window: KioskWindow, file: Path) -> None:
    with Speaking(Speech()):
        Curtain(window).draw(True)
        window.grab().save(str(file))


@click.command(help=__doc__)
@click.argument("folder", type=click.Path(path_type=Path))
@click.argument("languages", nargs=-1, type=click.Choice(LANGUAGES))
@click.option("--way", "ways", multiple=True, type=click.Choice(list(WAYS)), help="Only this one; several times.")
def main(folder: Path, languages: tuple[str, ...], ways: tuple[str, ...]) -> None:
    app = QApplication([])
    theme.apply(app)
    tokens.motion = 0.0
    count = take(load_centre(CENTRE), folder, languages or LANGUAGES, ways)
    click.echo(f"{count} pictures and {len(SIZES) * len(SCREENS)} contact sheets in {folder}")


if __name__ == "__main__":
    main()
