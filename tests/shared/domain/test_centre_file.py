import re
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import example, given, settings, strategies as st

from shared.domain.catalogue import Limits, Opening, Purpose, Role
from shared.domain.centre_file import CentreFileError, load_centre, read_centre
from shared.domain.centre_file.hours import DAYS
from shared.domain.centre_file.keys import ANS, LAST_TICKET, LEG, LISTS, OPTIONAL, POLICY, TABLES

ROOT = Path(__file__).resolve().parents[3]
CENTRES = ROOT / "installers" / "centres"
ICONS = ROOT / "shared" / "ui" / "icons"
PAGE = (ROOT / "docs" / "centre-file.md").read_text(encoding="utf-8")
SMALL: str = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)[0]


def mistakes(text: str) -> tuple[str, ...]:
    with pytest.raises(CentreFileError) as raised:
        read_centre(text, "small.toml")
    assert str(raised.value) == "\n".join(raised.value.mistakes)
    return raised.value.mistakes


def changed(old: str, new: str) -> str:
    assert SMALL.count(old) == 1, f"{old!r} stands {SMALL.count(old)} times in the small centre"
    return SMALL.replace(old, new)


def line_of(text: str, fragment: str) -> int:
    return text[: text.index(fragment)].count("\n") + 1


def test_small_centre_of_the_page_is_read_whole() -> None:
    centre = read_centre(SMALL, "small.toml")
    assert [entity.short for entity in centre.entities] == ["Banco de la Nación", "Poder Judicial"]
    assert centre.hours == (
        Opening((0, 1, 2, 3, 4), time(8, 30), time(18)),
        Opening((5,), time(8, 30), time(13)),
    )
    assert [opening.opens for opening in centre.entity["pj"].hours] == [time(8, 30), time(14)]
    assert centre.queue["PJ"].limits == (Limits(20, 8), Limits(15, 8, since=date(2027, 1, 1)))
    assert centre.service["PJ01"].fee_cents == 5280
    assert centre.service["PJ01"].pay_first == "BN01"
    assert centre.service["BN01"].short == "Pago de tasas"
    assert centre.service["PJ02"].purpose is Purpose.GUIDANCE
    assert sorted(centre.counter) == [1, 2, 3, 4, 5, 6, 7]
    assert centre.counter[6].queues == ("BN",)
    assert centre.advisor["s01"].role is Role.SUPERVISOR
    assert centre.advisor["a001"].skills == ("qu",)
    assert centre.printer.url == ""
    assert centre.board.distance_m == 10.0


def test_region_sur_is_the_whole_sample_centre() -> None:
    centre = load_centre(CENTRES / "region-sur.toml")
    parts = centre.queues, centre.entities, centre.services, centre.counters
    assert [len(part) for part in parts] == [19, 16, 66, 54]
    assert sum(queue.demand for queue in centre.queues) == 2500
    assert [person.role for person in centre.advisors].count(Role.ADVISOR) == 62
    assert [counter.number for counter in centre.counters_of["PJ"]] == [20, 21]
    assert {counter.zone for counter in centre.counters} == {"1", "2"}
    assert [counter.number for counter in centre.counters if counter.zone == "1"] == list(range(1, 31))
    paid_first = {service.code for service in centre.services if service.pay_first == "BN01"}
    assert paid_first == {"RT01", "PA01", "PJ01", "MT01", "IN01"}
    assert {s.code for s in centre.services if s.appointment} == {"MT01", "MT02", "MT03", "LC01", "SR05"}
    assert {s.code for s in centre.services if s.purpose is Purpose.PICKUP} == {"RE01", "ME01"}
    assert {s.code for s in centre.services if s.purpose is Purpose.COMPANY} == {"MX03"}
    assert centre.limits_of("ST", date(2026, 11, 23)) == Limits(30, 18)
    assert max(opening.closes for opening in centre.hours_of("migraciones")) == time(20, 30)


def test_lima_norte_has_the_published_size() -> None:
    centre = load_centre(CENTRES / "lima-norte.toml")
    parts = centre.queues, centre.entities, centre.services, centre.counters
    assert [len(part) for part in parts] == [24, 21, 75, 87]
    assert sum(queue.demand for queue in centre.queues) == 4039


@pytest.mark.parametrize("name", ["region-sur", "lima-norte"])
def test_shipped_centres_use_shipped_pictograms_and_one_name_per_person(name: str) -> None:
    centre = load_centre(CENTRES / f"{name}.toml")
    assert [entity.icon for entity in centre.entities if not (ICONS / f"{entity.icon}.svg").is_file()] == []
    assert len({person.name for person in centre.advisors}) == len(centre.advisors)
    for queue in centre.queues:
        names = [service.short for service in centre.services_of[queue.prefix]]
        assert len(set(names)) == len(names), f"two services of {queue.prefix} look the same on a chip"


# Each mistake: what is changed in the small centre, into what, and the sentence told at that line.
MISTAKES = [
    ('prefix = "PJ"', 'prefix = "P1"', "queue.prefix: expected two capital letters, found 'P1'"),
    ('prefix = "PJ"', 'prefix = "pj"', "queue.prefix: expected two capital letters, found 'pj'"),
    ('prefix = "PJ"', "prefix = 7", "queue.prefix: expected two capital letters, found 7"),
    ('prefix = "PJ"', 'prefix = "BN"', "queue.prefix: 'BN' is already the prefix of the queue at line 17"),
    ('prefix = "PJ"', 'prefx = "PJ"', "queue.prefx: unknown key, did you mean 'prefix'?"),
    ('code = "PJ02"', 'code = "PJ01"', "service.code: 'PJ01' is already the code of the service at line 49"),
    ('id = "pj"', 'id = "bn"', "entity.id: 'bn' is already the id of the entity at line 11"),
    ('id = "s01"', 'id = "a001"', "advisor.id: 'a001' is already the id of the advisor at line 73"),
    ("number = 7", "number = 4", "counter.number: 4 is already the number of the counter at line 64"),
    ('numbers = "1-6"', 'numbers = "1-6, 3"', "counter.numbers: 3 is already the number of the counter at line 64"),
    ('numbers = "1-6"', 'numbers = "6-1"', "counter.numbers: '6-1' is no range of counters"),
    ('numbers = "1-6"', 'numbers = "one"', 'counter.numbers: expected counter numbers such as "1-6"'),
    ("number = 7", "number = 0", "counter.number: expected a whole number from 1 to 999, found 0"),
    ("number = 7", "number = true", "counter.number: expected a whole number from 1 to 999, found true"),
    ('entity = "pj"', 'entity = "pjj"', "queue.entity: there is no entity 'pjj', did you mean 'pj'?"),
    ('queue = "BN"\nname', 'queue = "BNN"\nname', "service.queue: there is no queue 'BNN', did you"),
    ('queues = ["PJ"]', 'queues = ["PJ", "SU"]', "counter.queues: there is no queue 'SU'"),
    ('queues = ["PJ"]', "queues = []", "counter.queues: counter 7 serves nothing, name at least one queue"),
    ('queues = ["PJ"]', 'queues = "PJ"', "counter.queues: expected a list, each item the prefix of a queue"),
    ('queues = ["PJ"]', 'queues = ["PJ", 3]', "counter.queues: expected in the list the prefix of a queue, found 3"),
    ('queues = ["PJ"]', 'queues = ["PJ", "PJ"]', "counter.queues: 'PJ' is in the list twice"),
    ('services = ["PJ01", "PJ02"]', 'services = ["PJ1", "PJ02"]', "counter.services: there is no service 'PJ1', did"),
    ('services = ["PJ01", "PJ02"]', 'services = ["BN01", "PJ01", "PJ02"]', "'BN01' is of queue 'BN', which `queues`"),
    ('pay_first = "BN01"', 'pay_first = "BN02"', "service.pay_first: there is no service 'BN02', did you mean 'BN01'?"),
    ('pay_first = "BN01"', 'pay_first = "PJ01"', "service.pay_first: 'PJ01' cannot be paid at itself"),
    ('purpose = "guidance"', 'purpose = "guidence"', "found 'guidence', did you mean 'guidance'?"),
    ('purpose = "guidance"', 'pay_first = "PJ01"', "service.pay_first: 'PJ01' asks for a payment first itself"),
    ('purpose = "guidance"', 'appointment = "yes"', "service.appointment: expected true or false, found 'yes'"),
    ('fee = "52.80"', 'fee = "-1.00"', "service.fee: a fee cannot be negative, found '-1.00'"),
    ('fee = "52.80"', 'fee = "52,80"', 'service.fee: expected soles in quotes, such as "52.80", found \'52,80\''),
    ('fee = "52.80"', "fee = 52.80", 'service.fee: expected soles in quotes, such as "52.80", found 52.8'),
    ('role = "supervisor"', 'role = "boss"', "advisor.role: expected 'advisor' or 'orientator' or 'supervisor', found"),
    ('skills = ["qu"]', 'skills = ["klingon"]', "advisor.skills: there is no skill 'klingon'"),
    ('name = "Luis Rojas Apaza"', 'name = "  "', "advisor.name: is empty, expected some text"),
    ('name = "Luis Rojas Apaza"', r'name = "Luis\u001b"', r"advisor.name: expected some text on one line, found 'L"),
    ('zone = "America/Lima"', 'zone = "America/Lma"', "centre.zone: there is no time zone 'America/Lma', did you mean"),
    ('zone = "America/Lima"', 'zone = ""', "centre.zone: expected a time zone such as 'America/Lima', found ''"),
    ('motto = "Para usted"', 'languages = ["es", "de"]', "'ay' or 'ayr' or 'en', found 'de'"),
    ('motto = "Para usted"', 'languages = ["es", "qu", "quz"]', "languages: 'qu' and 'quz' are the same"),
    ('id = "ventanilla"', 'id = "Ventanilla Sur"', "centre.id: expected small letters, digits and dashes"),
    ('sat = "08:30-13:00"', 'sat = "13:00-08:30"', "hours.sat: closes at 08:30, which is not after it opens at 13:00"),
    ('sat = "08:30-13:00"', 'sat = "8h30"', "hours.sat: expected hours such as '08:30-18:00', found '8h30'"),
    ('sat = "08:30-13:00"', 'sat = "08:30-24:30"', "hours.sat: expected hours such as '08:30-18:00', found '08:30-2"),
    ('sat = "08:30-13:00"', "sat = []", "hours.sat: expected hours such as '08:30-18:00', found a list"),
    ('sat = "08:30-13:00"', 'fri-sat = "17:00-19:00"', "hours.fri-sat: 17:00-19:00 overlaps 08:30-18:00 on fri"),
    ('sat = "08:30-13:00"', 'sat-mon = "08:30-13:00"', "hours.sat-mon: 'sat-mon' runs backwards, the week starts"),
    ('sat = "08:30-13:00"', 'sab = "08:30-13:00"', "found 'sab', did you mean 'sat'?"),
    ('"14:00-17:00"]', '"12:00-17:00"]', "entity.hours.mon-fri: 12:00-17:00 overlaps 08:30-13:00 on mon"),
    ("mean_minutes = 4", "mean_minutes = nan", "queue.mean_minutes: expected a number from 0.1 to 480, found nan"),
    ("mean_minutes = 4", "demand = 1.5\nmean_minutes = 4", "queue.demand: expected a whole number from 0 to"),
    ("{ wait = 15, service = 6 }", "{ wait = 15 }", "queue.ans.service: is missing, expected a whole"),
    ("{ wait = 15, service = 6 }", "{ wait = 15, service = 0 }", "queue.ans.service: expected a whole number from"),
    ("{ wait = 15, service = 6 }", "[]", "queue.ans: is empty, expected { wait = MINUTES, service = MINUTES }"),
    ("{ wait = 15, service = 6 }", "15", "queue.ans: expected a table, found 15"),
    ("{ wait = 15, service = 6 }", '{ wait = 15, service = 6, since = "2026" }', "ans.since: expected a date such"),
    ('icon = "certificate"', 'icon = "Certificate.svg"', "entity.icon: expected the name of an icon, such as"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "sentence"), MISTAKES, ids=[new for _, new, _ in MISTAKES])
def test_mistake_is_told_alone_with_its_line_and_what_was_expected(old: str, new: str, sentence: str) -> None:
    (told,) = mistakes(changed(old, new))
    assert told.startswith(f"small.toml, line {line_of(SMALL, old)}, ")
    assert sentence in told


# Mistakes that leave more to say, or whose line is the header of the table.
def test_counter_narrowed_past_one_of_its_queues_is_refused() -> None:
    text = changed('queues = ["PJ"]\nservices = ["PJ01", "PJ02"]', 'queues = ["PJ", "BN"]\nservices = ["PJ01", "PJ02"]')
    (told,) = mistakes(text)
    assert told.endswith("counter.services: names no service of queue 'BN', which `queues` names")


def test_queue_that_no_counter_serves_is_refused() -> None:
    text = changed('queues = ["PJ"]\nservices = ["PJ01", "PJ02"]', 'queues = ["BN"]')
    line = line_of(text, '[[queue]]\nprefix = "PJ"')
    assert mistakes(text) == (
        f"small.toml, line {line}, queue: no counter serves queue 'PJ', its people would wait for ever",
    )


def test_service_that_no_counter_serves_is_refused() -> None:
    text = changed('services = ["PJ01", "PJ02"]', 'services = ["PJ01"]')
    line = line_of(text, '[[service]]\ncode = "PJ02"')
    assert mistakes(text) == (
        f"small.toml, line {line}, service: no counter serves 'PJ02', its people would wait for ever",
    )


def test_entity_without_a_queue_is_refused() -> None:
    (told,) = mistakes(SMALL + '\n[[entity]]\nid = "sis"\nname = "SIS"\n')
    assert told.endswith("entity: entity 'sis' has no queue")


def test_counter_has_a_number_or_numbers() -> None:
    for new in ('number = 7\nnumbers = "7-8"', ""):
        (told,) = mistakes(changed("number = 7", new))
        assert told.endswith('counter: expected either number = 7 or numbers = "1-6"')


def test_missing_ans_limits_are_told_at_their_queue() -> None:
    text = changed("ans = { wait = 15, service = 6 }\n", "")
    line = line_of(text, '[[queue]]\nprefix = "BN"')
    assert mistakes(text) == (
        f"small.toml, line {line}, queue.ans: is missing, expected {{ wait = MINUTES, service = MINUTES }}",
    )


def test_two_limits_since_the_same_day_are_refused() -> None:
    (told,) = mistakes(changed("wait = 20, service = 8", "wait = 20, service = 8, since = 2027-01-01"))
    assert "queue.ans: two limits hold since the same date" in told


def test_limits_are_kept_by_date_whatever_their_order_in_the_file() -> None:
    first, second = "{ wait = 20, service = 8 }", "{ wait = 15, service = 8, since = 2027-01-01 }"
    text = SMALL.replace(first, "X").replace(second, first).replace("X", second)
    assert read_centre(text, "small.toml").queue["PJ"].limits == read_centre(SMALL, "small.toml").queue["PJ"].limits


@pytest.mark.parametrize("table", ["entity", "queue", "service", "counter", "advisor"])
def test_every_list_of_a_centre_has_to_be_there(table: str) -> None:
    blocks = re.split(r"(?m)^(?=\[)", SMALL)
    without = "".join(block for block in blocks if not block.startswith((f"[[{table}]]", f"[{table}.")))
    assert mistakes(without) == (f"small.toml, line 1, {table}: is missing, expected [[{table}]]",)


def test_unknown_table_is_told_with_the_one_that_was_meant() -> None:
    text = changed("[hours]", "[horus]")
    assert mistakes(text) == (
        f"small.toml, line {line_of(text, '[horus]')}, horus: unknown table, did you mean 'hours'?",
    )


def test_single_brackets_around_a_list_are_told() -> None:
    text = "\n".join(SMALL.partition("[[advisor]]")[0].splitlines()) + '\n[advisor]\nid = "a"\nname = "A"\n'
    (told,) = mistakes(text)
    assert told.endswith("advisor: expected [[advisor]], with two brackets")


def test_all_mistakes_are_told_in_the_order_of_the_file() -> None:
    text = changed('fee = "52.80"', 'fee = "x"').replace('prefix = "PJ"', 'prefix = "P1"').replace("sat =", "sab =")
    assert [re.findall(r"line \d+, ([\w.]+)", told) for told in mistakes(text)] == [
        ["hours.sab"],
        ["queue.prefix"],
        ["service.fee"],
    ]


def test_same_prefix_mistake_is_told_once_and_not_again_by_all_that_name_it() -> None:
    assert len(mistakes(SMALL.replace('"PJ"', '"P1"'))) == 1


def test_syntax_error_is_told_with_line_and_column() -> None:
    (told,) = mistakes(changed('sat = "08:30-13:00"', "sat = 08:30-13:00"))
    assert re.match(r"small\.toml, line 9, column \d+: is not TOML: ", told)


def test_key_written_twice_is_told() -> None:
    (told,) = mistakes(changed('id = "ventanilla"', 'id = "ventanilla"\nid = "callao"'))
    assert "is not TOML: the same key is written twice in one table" in told


def test_lines_are_found_after_long_strings_comments_and_dotted_keys() -> None:
    notice = '[board]\nnotice = """uno [board]\n# dos\n"""\nvoice = false # [x]\n"panel_inches" = "x"\n'
    told = mistakes(SMALL + "\n" + notice + 'office.url = "x"\n')
    start = line_of(SMALL + "\n" + notice, "[board]")
    places = [re.match(r"small\.toml, line (\d+), ([\w.]+):", one) for one in told]
    assert [(int(m[1]) - start, m[2]) for m in places if m] == [
        (1, "board.notice"),
        (5, "board.panel_inches"),
        (6, "board.office"),
    ]


@pytest.mark.parametrize(
    "url",
    [
        "",
        "tcp://10.0.0.9",
        "tcp://printer.local:9100",
        "usb:04b8:0E15",
        "serial:/dev/ttyUSB0",
        "serial:COM3",
        "cups:TM-T20",
        "file:out/slips",
    ],
)
def test_every_kind_of_printer_is_accepted(url: str) -> None:
    assert read_centre(f"{SMALL}\n[printer]\nurl = '{url}'\n", "small.toml").printer.url == url


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("tpc://10.0.0.9", "there is no printer kind 'tpc' (known: tcp, usb, serial, cups, file), did you mean 'tcp'?"),
        ("10.0.0.9", "expected empty, or a printer such as 'tcp://10.0.0.9:9100'"),
        ("tcp:10.0.0.9", "expected empty, or a printer such as"),
        ("usb:epson", "expected empty, or a printer such as"),
        ("file:", "expected empty, or a printer such as"),
    ],
)
def test_printer_that_nobody_could_reach_is_refused(url: str, sentence: str) -> None:
    (told,) = mistakes(f"{SMALL}\n[printer]\nurl = '{url}'\n")
    assert sentence in told


def test_office_without_a_web_address_is_refused() -> None:
    (told,) = mistakes(f'{SMALL}\n[office]\nurl = "office.example"\n')
    assert told.endswith(
        "office.url: expected empty, or an address such as 'https://office.example', found 'office.example'"
    )


def test_whole_soles_are_a_fee_too() -> None:
    assert read_centre(changed('fee = "52.80"', "fee = 30"), "small.toml").service["PJ01"].fee_cents == 3000


def test_file_that_cannot_be_read_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(CentreFileError, match=r"nowhere\.toml: cannot be read: No such file or directory$"):
        load_centre(tmp_path / "nowhere.toml")
    with pytest.raises(CentreFileError, match="cannot be read"):
        load_centre(tmp_path)


def test_file_that_is_not_utf8_is_told_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "latin.toml"
    file.write_bytes(SMALL.encode("latin-1"))
    with pytest.raises(CentreFileError, match=r"latin\.toml, line 13: is not UTF-8 text, save the file as UTF-8$"):
        load_centre(file)


def test_a_person_may_have_working_hours_and_a_lunch() -> None:
    own = 'name = "Rosa Quispe Mamani"\nhours = { mon-fri = "08:15-17:15" }\nlunch = "12:30-13:30"'
    (first, *_) = read_centre(changed('name = "Rosa Quispe Mamani"', own), "small.toml").advisors
    assert first.hours == (Opening((0, 1, 2, 3, 4), time(8, 15), time(17, 15)),)
    assert first.lunch == (time(12, 30), time(13, 30))
    wrong = own.replace('"12:30-13:30"', '["12:00-13:00", "13:00-14:00"]')
    (mistake,) = mistakes(changed('name = "Rosa Quispe Mamani"', wrong))
    assert "advisor.lunch: a person has one lunch" in mistake


def test_file_of_a_windows_editor_is_read_alike(tmp_path: Path) -> None:
    file = tmp_path / "windows.toml"
    file.write_bytes(b"\xef\xbb\xbf" + SMALL.replace("\n", "\r\n").encode())
    assert load_centre(file).fingerprint == read_centre(SMALL, "small.toml").fingerprint


SCRAPS = """" ' [ ] { } = # . , nan true -1 1e999 2026-13-01 08:30 [[queue]] [hours] a.b.c=1 \"\\n\"=1 \"\"\" \x00"""
JUNK = st.sampled_from([*SCRAPS.split(" "), "", "\n", "0x" + "f" * 5000, "9" * 5000, "[" * 3000])


def mistakes_if_any(text: str) -> tuple[str, ...]:
    try:
        assert read_centre(text, "small.toml").fingerprint
    except CentreFileError as error:
        return error.mistakes
    return ()


@settings(max_examples=150, deadline=None)
@given(at=st.integers(0, len(SMALL)), length=st.integers(0, 60), junk=JUNK | st.text(max_size=12))
@example(at=0, length=0, junk="[" * 3000)
def test_spoilt_file_gives_a_centre_or_a_centre_file_error(at: int, length: int, junk: str) -> None:
    told = mistakes_if_any(SMALL[:at] + junk + SMALL[at + length :])
    assert all(one.startswith("small.toml") and "\n" not in one for one in told)


SCALARS = ['"PJ"', '"BN01"', '""', '"x"', "0", "-5", "7.5", "inf", "true", "2026-01-01", "08:30:00", '"1-3"']
VALUES = st.recursive(
    st.sampled_from(SCALARS) | st.integers().map(str),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
        | st.tuples(st.sampled_from(["wait", "mon-fri", "since"]), inner).map(
            lambda pair: f"{{ {pair[0]} = {pair[1]} }}"
        )
    ),
    max_leaves=4,
)
WRITTEN = [match.span(1) for match in re.finditer(r"^[a-z_-]+ = (.+[^\[\n])$", SMALL, re.MULTILINE)]


@settings(max_examples=150, deadline=None)
@given(span=st.sampled_from(WRITTEN), value=VALUES)
def test_value_of_any_type_gives_a_centre_or_a_mistake_at_a_line(span: tuple[int, int], value: str) -> None:
    told = mistakes_if_any(SMALL[: span[0]] + value + SMALL[span[1] :])
    assert [one for one in told if not re.match(r"small\.toml, line \d+, [\w.-]+: \S", one)] == []


@settings(max_examples=100, deadline=None)
@given(lost=st.sets(st.integers(0, SMALL.count("\n")), min_size=1, max_size=4))
def test_file_with_lines_lost_gives_a_centre_or_a_centre_file_error(lost: set[int]) -> None:
    told = mistakes_if_any("\n".join(line for number, line in enumerate(SMALL.splitlines()) if number not in lost))
    assert all(one.startswith("small.toml") for one in told)


def documented() -> dict[str, set[str]]:
    """The keys in the page's tables, by the name in the heading above them."""
    keys: dict[str, set[str]] = {}
    name = ""
    for line in PAGE.splitlines():
        if heading := re.fullmatch(r"#{2,3} `\[*([a-z_]+)\]*`", line):
            name = heading[1]
        elif row := re.match(r"\| `([^`]+)` \|", line):
            keys.setdefault(name, set()).add(row[1])
    return keys


def test_every_accepted_key_is_documented_and_every_documented_key_accepted() -> None:
    tables = {**TABLES, **LISTS, **OPTIONAL, "ans": ANS, "policy": POLICY, "stops": LEG, "last_ticket": LAST_TICKET}
    accepted = {name: set(keys) for name, keys in tables.items()} | {"hours": set(DAYS)}
    assert documented() == accepted
