"""What the office says of entities, queues and services, and what a centre keeps of its own."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from shared.domain import commands as c, events as e
from shared.domain.catalogue import Limits, Office
from shared.domain.centre import Centre
from shared.domain.centre_file import CentreFileError
from shared.domain.centre_file.template import read_template
from shared.domain.template import (
    EntityTemplate,
    QueueTemplate,
    ServiceTemplate,
    Template,
    joined,
    parts,
    under,
)
from tests.fakes.scene import NINE
from tests.fakes.small_centre import SMALL

SERVICE = SMALL.services[0]
QUEUE = SMALL.queue[SERVICE.queue]
WRITTEN = """
[[entity]]
id = "pj"
short = "Poder Judicial"

[[queue]]
prefix = "PJ"
ans = { wait = 12, service = 8, since = 2027-01-01 }

[[service]]
code = "PJ01"
fee = "60.00"
requirements = ["Su DNI vigente"]
"""


def test_what_the_office_says_wins_and_what_it_does_not_say_stays() -> None:
    limits = (Limits(12, 8),)
    whole = under(
        SMALL,
        Template(
            (EntityTemplate(QUEUE.entity, short="Otro"),),
            (QueueTemplate(QUEUE.prefix, limits=limits),),
            (ServiceTemplate(SERVICE.code, fee_cents=6000),),
        ),
    )
    assert whole.entity[QUEUE.entity].short == "Otro"
    assert whole.entity[QUEUE.entity].name == SMALL.entity[QUEUE.entity].name
    assert (whole.queue[QUEUE.prefix].limits, whole.queue[QUEUE.prefix].name) == (limits, QUEUE.name)
    assert whole.service[SERVICE.code] == msgspec.structs.replace(SERVICE, fee_cents=6000)


@pytest.mark.parametrize(("keep", "fee"), [((), 6000), (("name",), 6000), (("fee",), SERVICE.fee_cents), (("all",), 0)])
def test_a_centre_keeps_what_it_says_it_keeps(keep: tuple[str, ...], fee: int) -> None:
    own = msgspec.structs.replace(SERVICE, keep=keep)
    mine = msgspec.structs.replace(SMALL, services=(own, *SMALL.services[1:]))
    told = under(mine, Template(services=(ServiceTemplate(SERVICE.code, fee_cents=6000),))).service[SERVICE.code]
    assert told.fee_cents == (SERVICE.fee_cents if "all" in keep else fee)


def test_a_new_service_is_added_where_the_centre_has_its_queue_and_whom_to_ask() -> None:
    new = ServiceTemplate("ZZ99", QUEUE.prefix, "Nuevo")
    added = under(SMALL, Template(services=(new,))).service["ZZ99"]
    assert (added.name, added.short, added.queue) == ("Nuevo", "Nuevo", QUEUE.prefix)
    without = msgspec.structs.replace(SMALL, office=Office(without=("ZZ99",)))
    elsewhere = ServiceTemplate("ZZ98", "ZZ", "De otra parte")
    assert under(without, Template(services=(new, elsewhere))).services == SMALL.services


def test_a_fee_is_never_paid_first_at_a_service_that_the_centre_lacks() -> None:
    told = under(SMALL, Template(services=(ServiceTemplate(SERVICE.code, pay_first="ZZ01"),)))
    assert told.service[SERVICE.code].pay_first == ""


def test_a_large_template_is_cut_into_parts_that_give_the_whole() -> None:
    many = tuple(ServiceTemplate(f"AA{n:03}", "AA", f"Servicio {n}", requirements=("Su DNI",) * 9) for n in range(600))
    whole = Template((EntityTemplate("aa"),), (QueueTemplate("AA"),), many)
    cut = parts(whole)
    assert len(cut) > 1
    assert all(len(msgspec.json.encode(part)) < 40_000 for part in cut)
    assert joined(cut) == whole
    assert parts(Template()) == [Template()]


def received(version: int, digest: str, part: int = 1, parts: int = 1) -> c.TakeTemplate:
    return c.TakeTemplate(version, digest, part, parts, Template(services=(ServiceTemplate(f"AA{part:02}"),)))


def take(centre: Centre, command: c.TakeTemplate) -> int:
    found = centre.templates.decide(command)
    for event in found:
        assert isinstance(event, e.TemplateReceived)
        centre.apply(event, NINE)
    return len(found)


def test_a_template_waits_until_all_its_parts_are_here_and_is_taken_once() -> None:
    centre = Centre()
    assert take(centre, received(1, "aa", 1, 2)) == 1
    assert centre.templates.waiting is None
    assert take(centre, received(1, "aa", 1, 2)) == 0
    assert take(centre, received(1, "aa", 2, 2)) == 1
    assert centre.templates.waiting
    assert [one.code for one in centre.templates.waiting.template.services] == ["AA01", "AA02"]
    assert take(centre, received(1, "aa", 3, 2)) == 0


def test_the_one_in_force_is_known_while_the_next_one_waits_and_the_ones_before_are_forgotten() -> None:
    centre = Centre()
    for version, digest in ((1, "aa"), (2, "bb")):
        take(centre, received(version, digest))
        centre.apply(e.CatalogueChanged(SMALL, version, digest), NINE)
    assert (centre.templates.version, centre.templates.waiting) == (2, None)
    take(centre, received(3, "cc"))
    assert centre.templates.waiting
    assert (centre.templates.version, centre.templates.waiting.version) == (2, 3)
    assert centre.templates.in_force
    centre.apply(e.CatalogueChanged(SMALL, 3, "cc"), NINE)
    assert centre.templates.waiting is None
    assert take(centre, received(4, "aa")) == 1
    assert centre.templates.waiting
    assert centre.templates.waiting.version == 4


def test_a_template_is_read_as_people_write_it() -> None:
    template = read_template(WRITTEN, "office.toml")
    assert template == Template(
        (EntityTemplate("pj", short="Poder Judicial"),),
        (QueueTemplate("PJ", limits=(Limits(12, 8, date(2027, 1, 1)),)),),
        (ServiceTemplate("PJ01", fee_cents=6000, requirements=("Su DNI vigente",)),),
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "office.toml: says nothing of any entity, queue or service"),
        ("[[counter]]\nnumber = 1", "office.toml, line 1, counter: unknown table"),
        ('[[service]]\nname = "x"', "office.toml, line 1, service.code: is missing"),
        ('[[queue]]\nprefix = "PJ"\nmean_minutes = 3', "office.toml, line 3, queue.mean_minutes: unknown key"),
        ('[[queue]]\nprefix = "PJ"\n[[queue]]\nprefix = "PJ"', "office.toml, line 3, queue: 'PJ' is written twice"),
        (f'[[entity]]\nid = "pj"\nname = "{"x" * 201}"', "office.toml, line 3, entity.name: has more than 200"),
    ],
)
def test_a_mistake_in_it_is_named_with_its_line(text: str, sentence: str) -> None:
    with pytest.raises(CentreFileError) as error:
        read_template(text, "office.toml")
    assert str(error.value).startswith(sentence)
