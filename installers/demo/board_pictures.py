"""Pictures of every layout of the hall board in every shape of panel, from the board's own window and state.

A process of its own: `python -m installers.demo.board_pictures FOLDER`. The pictures stand at their real size in
`FOLDER/SHAPE/SCENE-PANEL.png`, and a contact sheet of each shape in `FOLDER/SHAPE.webp`: panels and distances beside
each other, what is shown below each other.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import NamedTuple

import click
from msgspec.structs import replace
from PIL import Image, ImageDraw, ImageFont
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from display_board.board import BoardView
from display_board.media.plan import PLAN
from display_board.media.programme import Programme
from display_board.media.projector import Projector
from display_board.screens.window import BoardWindow
from installers.demo import contact_sheet
from installers.demo.board_gallery import SCENES, Scene, gallery
from shared.domain.catalogue import Catalogue
from shared.domain.centre_file import load_centre
from shared.ui import theme, tokens

CENTRE = Path(__file__).parents[1] / "centres" / "lima-norte.toml"
DECODED_WITHIN_MS = 20_000
WORDS = "El sábado 28 no habrá atención de RENIEC por mantenimiento."
SCHEDULE = f"""
[[notice]]
id = "picture"
file = "dni.png"
text.es = "Campaña de DNI gratuito para menores de edad."

[[notice]]
id = "text"
text.es = "{WORDS}"
"""


class Panel(NamedTuple):
    """A panel, and who must read it from how far."""

    width: int
    height: int
    distance_m: float
    inches: float

    @property
    def name(self) -> str:
        return f"{self.distance_m:g}m-{self.inches:g}in"


SHAPES = {
    "landscape": (
        Panel(1920, 1080, 10, 55),
        Panel(1920, 1080, 4, 43),
        Panel(1920, 1080, 15, 75),
        Panel(1280, 720, 6, 32),
    ),
    "portrait": (Panel(1080, 1920, 8, 55), Panel(1080, 1920, 4, 43), Panel(1080, 1920, 11, 75)),
    "uhd": (Panel(3840, 2160, 10, 65), Panel(3840, 2160, 6, 65), Panel(3840, 2160, 20, 98)),
    "uhd-portrait": (Panel(2160, 3840, 8, 65), Panel(2160, 3840, 5, 65)),
}
WIDTHS = {"landscape": 480, "portrait": 320, "uhd": 480, "uhd-portrait": 320}
"""Of a picture on a contact sheet, in pixels."""


def take(catalogue: Catalogue, folder: Path) -> int:
    """How many there are, without the sheets. The application has to be dressed already."""
    count = 0
    with tempfile.TemporaryDirectory() as work:
        media = _media(Path(work))
        for shape, panels in SHAPES.items():
            pictures: dict[str, dict[str, Path]] = {name: {} for name in SCENES}
            with click.progressbar(panels, label=f"board, {shape}", show_pos=True) as bar:
                for panel in bar:
                    studio = Studio(panel, media)
                    for name, scene in gallery(catalogue):
                        file = folder / shape / f"{name}-{panel.name}.png"
                        studio.photograph(scene, file)
                        pictures[name][panel.name] = file
                        count += 1
                    studio.close()
            contact_sheet.write(folder / f"{shape}.webp", f"board, {shape}", pictures, WIDTHS[shape])
    return count


class Studio:
    """A board of one panel, with a media folder."""

    def __init__(self, panel: Panel, media: Path) -> None:
        self._panel, self._media = panel, media
        self._projector = Projector()
        self._window = BoardWindow(self._projector)
        self._window.setFixedSize(panel.width, panel.height)
        self._window.show()

    def photograph(self, scene: Scene, file: Path) -> None:
        view = replace(scene.view, distance_m=self._panel.distance_m, panel_inches=self._panel.inches)
        view = self._with_media(view, scene.item) if scene.item else view
        waits = QEventLoop()
        self._projector.frame.connect(waits.quit)
        self._window.show_view(view)
        media = self._window.findChild(QWidget, "media")
        if view.item and view.item.file and media and media.isVisible():
            QTimer.singleShot(DECODED_WITHIN_MS, waits.quit)
            waits.exec()
        self._projector.frame.disconnect(waits.quit)
        QApplication.processEvents()
        file.parent.mkdir(parents=True, exist_ok=True)
        self._window.grab().save(str(file))

    def close(self) -> None:
        self._window.close()
        self._projector.close()

    def _with_media(self, view: BoardView, item: str) -> BoardView:
        """As the presenter shows it, when it is that one's turn."""
        programme, at = Programme(self._media, ""), 0.0
        assert view.now
        while True:
            shown = programme.on_now(at, view.now, view.notice, calling=False)
            if shown and shown.id == item:
                return replace(view, item=shown, has_media=programme.has_files())
            at += 1.0


def _media(folder: Path) -> Path:
    """A media folder as a centre would have it, with a poster drawn here."""
    (folder / PLAN).write_text(SCHEDULE, encoding="utf-8")
    poster = Image.new("RGB", (1600, 900), "#FFF3D6")
    draw = ImageDraw.Draw(poster)
    draw.rectangle((0, 0, 1600, 210), "#8C1D18")
    large, small = (ImageFont.truetype(contact_sheet.FONT, size) for size in (130, 78))
    draw.text((80, 30), "Campaña de DNI", "#FFFFFF", large)
    for line, words in enumerate(
        ("Gratuito para menores de edad.", "Traiga la partida de nacimiento.", "Módulos 9 a 15")
    ):
        draw.text((80, 320 + 150 * line), words, "#17202E", small)
    poster.save(folder / "dni.png")
    return folder


@click.command(help=__doc__)
@click.argument("folder", type=click.Path(path_type=Path))
def main(folder: Path) -> None:
    app = QApplication([])
    theme.apply(app)
    tokens.motion = 0.0
    count = take(load_centre(CENTRE), folder)
    click.echo(f"{count} pictures and {len(SHAPES)} contact sheets in {folder}")


if __name__ == "__main__":
    main()
