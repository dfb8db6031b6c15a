"""Other programs find the hub by mDNS: on loopback with python-zeroconf, on a network of the test's own with Avahi."""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path

from zeroconf import ServiceStateChange, Zeroconf
from zeroconf.asyncio import AsyncServiceBrowser, AsyncServiceInfo, AsyncZeroconf

from shared.lan.discovery import Listener
from tests.conftest import CENTRES, ROOT
from tests.fakes.hub_process import HubProcess, free_port
from tests.fakes.own_network import run_apart, skip_where_there_can_be_none
from tests.tools.foreign import FOLDER, node_program

SERVICE = "_suyana._tcp.local."


async def heard_at(port: int) -> AsyncServiceInfo:
    """What somebody else's browser hears of the hub at a port of this machine."""
    found: asyncio.Queue[AsyncServiceInfo] = asyncio.Queue()
    looking: set[asyncio.Task[None]] = set()

    async def look(zeroconf: Zeroconf, name: str) -> None:
        info = AsyncServiceInfo(SERVICE, name)
        if await info.async_request(zeroconf, 3_000) and info.port == port:
            found.put_nowait(info)

    def hear(zeroconf: Zeroconf, service_type: str, name: str, state_change: ServiceStateChange) -> None:
        assert service_type == SERVICE
        if state_change is not ServiceStateChange.Removed:
            looking.add(asyncio.get_running_loop().create_task(look(zeroconf, name)))

    async with AsyncZeroconf(interfaces=["127.0.0.1"]) as zeroconf:
        browser = AsyncServiceBrowser(zeroconf.zeroconf, SERVICE, handlers=[hear])
        async with asyncio.timeout(15):
            info = await found.get()
        await browser.async_cancel()
        await asyncio.gather(*looking)
        return info


async def until_first(listener: Listener, url: str) -> None:
    async with asyncio.timeout(15):
        while listener.places()[:1] != [url]:
            await asyncio.sleep(0.01)


def test_a_hub_is_found_on_loopback_and_after_a_kill_on_another_port(tmp_path: Path) -> None:
    """By python-zeroconf as another program uses it, and by our own listener."""
    own = f"hub-of-{free_port()}"  # other hubs may run on this machine
    text = (CENTRES / "region-sur.toml").read_text(encoding="utf-8")
    centre = tmp_path / "centre.toml"
    centre.write_text(text.replace('id = "region-sur"', f'id = "{own}"', 1), encoding="utf-8")
    hub = HubProcess(tmp_path, centre, advertise=True)
    listener = Listener(own, ["127.0.0.1"])
    try:
        hub.start()
        info = asyncio.run(heard_at(hub.port))
        asyncio.run(until_first(listener, hub.url))
        hub.kill()
        hub.move(free_port())
        hub.start()
        asyncio.run(until_first(listener, hub.url))
        assert hub.stop() == 0
    finally:
        listener.close()
    assert info.decoded_properties == {"centre": own, "protocol": "1"}
    assert info.parsed_addresses() == ["127.0.0.1"]


FIND = """
hub() {{ '{python}' -m suyana hub --store '{folder}'/$1/centre.sqlite --centre '{centres}'/$1.toml \
    --clock 2026-11-23T08:31 --host $2 --port $3 2>>'{folder}'/hub.log & }}
cd '{root}'
'{python}' -m suyana hub identity --role kiosk --centre '{centres}'/region-sur.toml \
    --store '{folder}'/region-sur/centre.sqlite --hub wss://127.0.0.1:7171 --out '{folder}'/kiosk >&2
hub region-sur 0.0.0.0 7171
hub lima-norte 127.0.0.1 7172
until grep -q 'announced as region-sur' '{folder}'/hub.log && grep -q 'announced as lima-norte' '{folder}'/hub.log
do sleep 0.05; done
avahi-browse --terminate --parsable --resolve _suyana._tcp | grep '^=' >'{folder}'/found
cat '{folder}'/found
cd '{tools}'
'{node}' foreign_client.mjs wss://$(cut -d';' -f8 '{folder}'/found):$(cut -d';' -f9 '{folder}'/found)/ \
    '{folder}'/kiosk PJ01 once
"""


def test_avahi_finds_the_hub_and_a_foreign_client_takes_a_ticket_there(tmp_path: Path) -> None:
    skip_where_there_can_be_none()
    script = FIND.format(
        python=sys.executable, folder=tmp_path, centres=CENTRES, root=ROOT, tools=FOLDER, node=node_program("ws")
    )
    done = run_apart(tmp_path, ["sh", "-euc", script], within=40)
    assert done.returncode == 0, done.stderr
    found, took = done.stdout.splitlines()
    *_, name, kind, _domain, _host, address, port, text = found.split(";")
    assert (name, kind, address, port) == ("region-sur", "_suyana._tcp", "10.77.0.1", "7171")
    assert sorted(text.split()) == ['"centre=region-sur"', '"protocol=1"']
    assert json.loads(took)["receipt"]["number"] == "PJ 001"
