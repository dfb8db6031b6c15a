"""Every Spanish word of the kiosk, a file for each part of it; this one only gathers them for the screens.

Functions, asked when a screen shows something, so that a language may change.
"""

# ruff: noqa: F403

from __future__ import annotations

from kiosk.texts.appointments import *
from kiosk.texts.choosing import *
from kiosk.texts.crowds import *
from kiosk.texts.documents import *
from kiosk.texts.frame import *
from kiosk.texts.given_before import *
from kiosk.texts.guide import *
from kiosk.texts.home import *
from kiosk.texts.long_wait import *
from kiosk.texts.messages import *
from kiosk.texts.nobody import *
from kiosk.texts.number import *
from kiosk.texts.questions import *
from kiosk.texts.rating import *
from kiosk.texts.refusals import *
from kiosk.texts.requirements import *
from kiosk.texts.searching import *
from kiosk.texts.shut_services import *
from kiosk.texts.ways import *
from kiosk.texts.without_hub import *
