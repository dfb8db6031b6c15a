from __future__ import annotations

import pytest

from shared.printing.address import Cups, Folder, PrinterSettingError, Serial, Tcp, Usb, parse


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("", None),
        ("   ", None),
        ("tcp://192.168.1.50:9100", Tcp("192.168.1.50", 9100)),
        ("tcp://ticketera.local", Tcp("ticketera.local", 9100)),
        ("tcp://[fe80::1]:9101/", Tcp("fe80::1", 9101)),
        ("usb:04b8:0e15", Usb(0x04B8, 0x0E15)),
        ("usb:0x0416:0x5011?in=0x81&out=0x03", Usb(0x0416, 0x5011, out_endpoint=0x03, in_endpoint=0x81)),
        ("serial:/dev/ttyUSB0?baud=19200", Serial("/dev/ttyUSB0", 19200)),
        ("serial:COM3", Serial("COM3", 9600)),
        ("cups:Ticketera_1", Cups("Ticketera_1")),
        ("file:out", Folder("out")),
        ("file:///var/tmp/slips", Folder("/var/tmp/slips")),
        ("file:C:\\slips", Folder("C:\\slips")),
    ],
)
def test_an_address_is_understood(url: str, address: object) -> None:
    assert parse(url) == address


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("tpc://10.0.0.9:9100", 'did you mean "tcp"?'),
        ("Serial:/dev/ttyS0", 'did you mean "serial"?'),
        ("192.168.1.50", "it begins with none of tcp, usb, serial, cups, file"),
        ("tcp:10.0.0.9", "after tcp comes //host:port"),
        ("tcp://10.0.0.9:99999", "there is no port 99999"),
        ("usb:4b8:e15", "four hexadecimal digits each, as lsusb shows them"),
        ("usb:04b8:0e15?out=first", 'out is a number, not "first"'),
        ("serial:", "the device is missing"),
        ("serial:/dev/ttyS0?baud=fast", 'baud is a number, not "fast"'),
        ("serial:/dev/ttyS0?speed=9600", 'nothing is called "speed" there'),
        ("cups:two words", '"two words" cannot be the name of a queue'),
        ("cups:-o", '"-o" cannot be the name of a queue'),
        ("file:", "the folder is missing"),
    ],
)
def test_a_mistake_is_told_in_one_sentence(url: str, why: str) -> None:
    with pytest.raises(PrinterSettingError) as told:
        parse(url)
    assert str(told.value).startswith(f'"{url}" is not the address of a printer: ')
    assert why in str(told.value)
    assert "\n" not in str(told.value)
