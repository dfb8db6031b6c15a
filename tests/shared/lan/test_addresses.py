from __future__ import annotations

import pytest

from shared.lan import addresses
from shared.lan.addresses import all_addresses, own_addresses, read_url


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("wss://192.168.1.10:7171", "wss://192.168.1.10:7171"),
        ("wss://192.168.1.10:7171/", "wss://192.168.1.10:7171"),
        ("192.168.1.10:80", "wss://192.168.1.10:80"),
        (" hub.mac.local ", "wss://hub.mac.local:7171"),
        ("[::1]", "wss://[::1]:7171"),
        ("wss://[::1]:9", "wss://[::1]:9"),
    ],
)
def test_an_address_typed_by_a_person_becomes_a_url(text: str, url: str) -> None:
    assert read_url(text) == url


@pytest.mark.parametrize(
    "text", ["", "wss://", "http://hub", "ws://hub", "hub:", "hub:0", "hub:65536", "hub:x", "hub:²", "::1", "my hub"]
)
def test_what_is_no_address_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(ValueError, match=r"expected an address such as wss://192\.168\.1\.10:7171"):
        read_url(text)


@pytest.mark.parametrize(("bound", "found"), [("127.0.0.1", ["127.0.0.1"]), ("10.1.2.3", ["10.1.2.3"]), ("::1", [])])
def test_a_server_bound_to_one_address_is_reached_there_only(bound: str, found: list[str]) -> None:
    assert own_addresses(bound) == found


def test_a_server_bound_to_a_name_is_reached_at_its_address() -> None:
    assert own_addresses("localhost") == ["127.0.0.1"]


@pytest.mark.parametrize("bound", ["", "0.0.0.0", "::"])
def test_a_server_bound_to_all_is_told_of_by_loopback_only_where_there_is_nothing_else(
    bound: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(addresses, "all_addresses", lambda: ["10.0.0.5", "172.17.0.1", "127.0.0.1"])
    assert own_addresses(bound) == ["10.0.0.5", "172.17.0.1"]
    monkeypatch.setattr(addresses, "all_addresses", lambda: ["127.0.0.1"])
    assert own_addresses(bound) == ["127.0.0.1"]


def test_loopback_is_among_the_addresses_of_this_machine_and_last() -> None:
    assert all_addresses()[-1].startswith("127.")
    assert "127.0.0.1" in all_addresses()
