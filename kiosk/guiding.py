"""What keys, switches and the fingers on a curtain do, and what is spoken of it; the presenter shows and orders."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QAbstractButton

from kiosk import texts
from kiosk.guide import Guide, Sentences
from kiosk.inputs import Action, Inputs, Keypad, Switch
from kiosk.presenter import Presenter
from kiosk.scanning import Scan
from kiosk.screens.controls import control, controls
from kiosk.screens.curtain import Curtain
from kiosk.screens.keys import Keys
from kiosk.screens.mark import Mark
from kiosk.screens.swipe import Swipe
from kiosk.screens.window import KioskWindow
from kiosk.speaker import Speaker
from kiosk.spoken import Spoken
from kiosk.views import KioskView
from shared.languages.packs import Languages

BY_SWITCH = (Action.SWITCH, Action.STEP, Action.BACK, Action.PICK)


class Guiding(QObject):
    """Of one kiosk. Without a speaker it marks, and says nothing."""

    def __init__(
        self,
        presenter: Presenter,
        window: KioskWindow,
        inputs: Inputs | None = None,
        speaker: Speaker | None = None,
        spoken: Spoken | None = None,
    ) -> None:
        """Raises UnreadableInputs for a key that Qt does not know."""
        super().__init__(window)
        inputs = inputs or Inputs()
        self._presenter, self._window = presenter, window
        self._keypad, self._switch = inputs.keypad or Keypad(), inputs.switch or Switch()
        self._speaker, self._spoken = speaker, spoken or Spoken(Languages())
        self.guide, self._scan = Guide(), Scan(self._switch.rounds)
        self._has_said = False
        self._marked = ""  # of an ordinary screen; the guide keeps its own place
        self._curtain, self._mark = Curtain(window), Mark(window)
        self._keys = Keys(window, inputs, lambda: window.reader.is_reading)
        self._keys.pressed.connect(self.do)
        self._curtain.told.connect(self.do)
        self._swipe = Swipe(window)
        self._swipe.swiped.connect(self._swiped)
        self._pace = QTimer(self, interval=round(self._switch.pace * 1000))
        self._pace.timeout.connect(self.move_on)
        if self._speaker:
            presenter.is_heard = self._is_speaking
        presenter.shown.connect(self._see)
        self._see(presenter.view())

    @property
    def marked(self) -> str:
        """The name of what the next press means, or ""."""
        option = self.guide.marked
        return option.name if self.guide.speaks and option else self._marked

    def do(self, action: Action) -> None:
        """A key, a switch or a finger."""
        view = self._presenter.view()
        ways = view.head.ways
        if action is Action.QUIET:
            self._quiet()
            return
        self._presenter.use_keys()
        if view.still_there:  # whoever presses anything is there, and hears or sees the screen again
            return
        if action not in BY_SWITCH and not ways.audio and self._begins_with(action):
            self._presenter.press_way("audio")
        elif action is Action.GUIDE:
            self._say(self.guide.everything())
        elif action in BY_SWITCH:
            self._by_switch(action)
        else:
            self._by_key(action)

    def move_on(self) -> None:
        """The mark of the one switch goes further, once what it is at was said."""
        if self._is_speaking():
            return
        if name := self._scan.step():
            self._stand_at(name)
        else:
            self._pace.stop()
            self._marked = ""
            self._put_mark()

    def close(self) -> None:
        self._pace.stop()
        if self._speaker:
            self._speaker.close()

    # ---- keys

    def _begins_with(self, action: Action) -> bool:
        """Not for whoever already goes on with a mark, and without a voice."""
        wanted = self._keypad.speaks and not self._marked
        return self._speaker is not None and (wanted or action is Action.GUIDE)

    def _by_key(self, action: Action) -> None:
        match action:
            case Action.CHOOSE if self.marked:
                self._choose(self.marked)
            case Action.NEXT | Action.CHOOSE:
                self._move(self.guide.next, 1)
            case Action.PREVIOUS:
                self._move(self.guide.previous, -1)
            case Action.VOLUME:
                self._say(self.guide.louder())
            case _:
                self._say(self.guide.everything())

    def _by_switch(self, action: Action) -> None:
        if action is Action.STEP:
            self._move(self.guide.next, 1)
        elif action is Action.BACK:
            self._move(self.guide.previous, -1)
        elif action is Action.PICK:
            self._choose(self.marked)
        elif name := self._scan.press():
            self._choose(name)
            self._pace.start()
        else:
            self._stand_at(self._scan.at)
            self._pace.start()

    def _swiped(self, to_right: bool) -> None:
        """On a screen that is seen: the guide begins, with the curtain, for fingers must not press what they meet."""
        if self._speaker is None or self._curtain.isVisible() or self._presenter.view().still_there:
            return
        if self._presenter.flow.ways.audio:
            self.do(Action.NEXT if to_right else Action.PREVIOUS)
            return
        self._presenter.use_keys()
        for _ in range(2):
            self._presenter.press_way("audio")

    def _move(self, move: Callable[[], Sentences], by: int) -> None:
        if self.guide.speaks:
            said = move()
            self._put_mark()
            self._say(said)
            return
        names = self._names()
        if names:
            at = names.index(self._marked) + by if self._marked in names else (0 if by > 0 else -1)
            self._marked = names[at % len(names)]
        self._put_mark()

    def _stand_at(self, name: str) -> None:
        self._marked = name
        if self.guide.speaks:
            said = self.guide.stand_at(name)
            self._say(said)
        self._put_mark()

    def _choose(self, name: str) -> None:
        """As a finger does; one that comes right after the screen changed was meant for the screen before."""
        button = control(self._window, name) if name and self._window.hears else None
        if button is None or not button.isEnabled():
            self._say(self.guide.answer())
            return
        self._has_said = False
        button.click()
        if not self._has_said:
            self._say(self.guide.answer())

    def _quiet(self) -> None:
        """The headphones were taken out: whoever wore them left, or hears no more."""
        for _ in range(2):  # on, then with the curtain, then off
            if self._presenter.view().head.ways.audio:
                self._presenter.press_way("audio")

    # ---- what stands on the screen

    def _see(self, view: KioskView) -> None:
        ways = view.head.ways
        if not (ways.marked or ways.audio or self.guide.speaks or self._mark.around()):
            return
        is_wide = self._window.width() > self._window.height()
        self.guide.lacks = frozenset(("way-low",) if is_wide else ())  # all of it is low there
        new = self.guide.see(view)
        self._curtain.draw(ways.curtain)
        if not ways.marked:
            self._marked = ""
            self._scan.end()
            self._pace.stop()
        names = self._names()
        self._scan.see(names)
        if self._scan.is_moving:
            self._marked = self._scan.at
        elif self._marked and self._marked not in names:
            self._marked = next(iter(names), "")
        self._put_mark()
        if new:
            self._say(new)

    def _names(self) -> list[str]:
        """What can be pressed: on a list that is read aloud all of it, whatever has room."""
        if self.guide.speaks:
            return [option.name for option in self.guide.listing.options if option.enabled]
        return [button.objectName() for button in controls(self._window)]

    def _put_mark(self) -> None:
        shown = self._presenter.flow.ways
        button = control(self._window, self.marked) if self.marked and (shown.marked or shown.audio) else None
        self._mark.put(button)
        if isinstance(button, QAbstractButton):
            button.setFocus(Qt.FocusReason.TabFocusReason)
        if self._curtain.isVisible():
            self._curtain.raise_()

    # ---- what is heard

    def _say(self, sentences: Sentences) -> None:
        if self._speaker and (self.guide.speaks or sentences == (texts.guide_ends(),)):
            self._has_said = True
            self._speaker.percent = self.guide.percent
            pieces = self._spoken.pieces(sentences, self._presenter.flow.language)
            (self._speaker.add if self.guide.is_news else self._speaker.say)(pieces)
            self.guide.is_news = False

    def _is_speaking(self) -> bool:
        return self._speaker is not None and self._speaker.is_speaking
