"""No text that people write reaches the printer as a command, whether from the centre file or over the network."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from shared.domain.catalogue import Catalogue
from shared.domain.centre_file import CentreFileError, read_centre
from shared.printing.job import job
from shared.printing.slip import layout
from shared.printing.ticket_slip import ticket_slip
from tests.fakes.morning import receipt
from tests.tools.foreign import decode

COMMANDS = (
    "\x1b@",  # forget all settings
    "\x1bp\x00\x19\xfa",  # open the cash drawer
    "\x1dV\x00",  # cut
    "\x10\x04\x01",  # ask for the status
    "\x10\x14\x01\x00\x01",  # a pulse in real time
    "\x1c\x71\x01",  # store pictures for ever
    "\x1d(A\x02\x00\x00\x02",  # print a test page
    "\x1b=\x02",  # hear no more
    "\x9bA\x85\u2028",  # control characters of the second kind
)


def attacked(centre: Catalogue, command: str) -> Catalogue:
    """A catalogue as no centre file may write it: a hub that is not ours could send it."""

    def evil(text: str) -> str:
        return f"{command}{text[:8]}{command}{text[8:]}{command}"

    return replace(
        centre,
        name=evil(centre.name),
        motto=evil(centre.motto),
        entities=tuple(replace(each, name=evil(each.name), short=evil(each.short)) for each in centre.entities),
        queues=tuple(replace(each, name=evil(each.name)) for each in centre.queues),
        services=tuple(
            replace(each, name=evil(each.name), short=evil(each.short), requirements=(evil("Su DNI"),))
            for each in centre.services
        ),
    )


@pytest.mark.parametrize("dots", [576, 384])
def test_another_decoder_finds_the_same_commands_whatever_is_in_the_names(region_sur: Catalogue, dots: int) -> None:
    honest = decode(job(layout(ticket_slip(receipt(), region_sur), dots), dots), "cp858")["commands"]
    everything = attacked(region_sur, "".join(COMMANDS))
    evil = receipt(number="PJ\x1b@ 047", language="q\x1bp\x00u", state="\x1dV\x00")
    found = decode(job(layout(ticket_slip(evil, everything), dots), dots), "cp858")["commands"]
    assert set(found) == set(honest)


@pytest.mark.parametrize("command", COMMANDS)
def test_no_line_of_a_slip_holds_a_control_character(region_sur: Catalogue, command: str) -> None:
    for line in layout(ticket_slip(receipt(), attacked(region_sur, command)), 576):
        assert not re.search(r"\\(x[01789][0-9a-f]|u20|[nrt])", repr(line)), line


@pytest.mark.parametrize("command", COMMANDS)
def test_a_centre_file_with_one_in_a_text_is_refused(command: str) -> None:
    escaped = "".join(f"\\u{ord(letter):04x}" for letter in command)
    with pytest.raises(CentreFileError):
        read_centre(f'[centre]\nid = "x"\nname = "MAC{escaped}"\nzone = "America/Lima"\n', "evil.toml")
