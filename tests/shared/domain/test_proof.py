"""The proof that no ordinary ticket was called before a preferential one that waited at a counter able to attend it."""

from __future__ import annotations

from hypothesis import given, settings, strategies as st
from msgspec.structs import replace

from shared.domain import commands as c, events as e
from shared.domain.catalogue import Advisor, Catalogue
from shared.domain.policy import Policy, Rule
from shared.domain.proof import Proof
from tests.fakes.scene import Scene, folded
from tests.fakes.small_centre import SMALL


def with_policy(policy: Policy, queue: str = "PJ") -> Catalogue:
    queues = tuple(replace(q, policy=policy) if q.prefix == queue else q for q in SMALL.queues)
    return replace(SMALL, queues=queues)


def with_skills(*skills: str) -> Catalogue:
    """The advisor of counter 2 has these."""
    people = [Advisor(a.id, a.name, a.role, skills) if a.id == "a002" else a for a in SMALL.advisors]
    return replace(SMALL, advisors=tuple(people))


def hall(catalogue: Catalogue = SMALL) -> Scene:
    scene = Scene(catalogue)
    scene.open(1, 2, 3, 4)
    return scene


def proof(scene: Scene) -> Proof:
    """From the stored form of the events alone."""
    return folded(scene.log).proof


def planted(scene: Scene, counter: int, ticket: int, rule: str = "arrival") -> None:
    """A call that no rule of this hall would have led to."""
    day = scene.day
    because = e.Because(rule, 0, 1)
    number = day.next_attention
    scene.happen(e.TicketCalled(ticket, 0, number, counter, scene.advisor(counter), day.next_call, because))


def test_a_day_by_the_rules_has_no_fault_and_no_exception() -> None:
    scene = hall()
    scene.issue("PJ01")
    scene.issue("PJ01", preferential=True)
    scene.issue("MT01", preferential=True)
    for counter in (2, 4, 2):
        scene.serve(counter)
        scene.finish(counter)
    told = proof(scene)
    assert (told.calls, told.ordinary, told.faults, told.exceptions) == (3, 1, [], [])


def test_a_planted_call_of_an_ordinary_ticket_is_found_with_whom_it_passed() -> None:
    scene = hall()
    ordinary = scene.issue("PJ01")
    first, second = (scene.issue("BN01", preferential=True) for _ in range(2))
    planted(scene, 2, ordinary)
    told = proof(scene)
    [fault] = told.faults
    assert (fault.number, fault.counter, fault.who, fault.how) == ("PJ 001", 2, "a002", "arrival")
    assert (fault.passed, fault.passed_numbers) == ((first, second), ("BN 001", "BN 002"))
    assert told.exceptions == []


def test_a_preferential_ticket_that_the_counter_cannot_attend_is_passed_by_nobody() -> None:
    scene = hall()
    other_queue, other_service = scene.issue("BN01"), scene.issue("PJ02")
    scene.issue("MT01", preferential=True)
    planted(scene, 2, other_queue)
    scene.issue("PJ01", preferential=True)
    planted(scene, 3, other_service)  # attends PJ02 only
    assert proof(scene).faults == []


def test_a_preferential_ticket_beyond_the_skills_of_the_advisor_is_passed_by_nobody() -> None:
    for skills, faults in (((), 1), (("BN", "qu"), 0), (("PJ02", "BN"), 0), (("PJ01", "BN"), 1)):
        scene = hall(with_skills(*skills))
        ordinary = scene.issue("BN01")
        scene.issue("PJ01", preferential=True)
        planted(scene, 2, ordinary)
        assert len(proof(scene).faults) == faults


def test_a_call_by_hand_before_a_preferential_ticket_is_an_exception_with_who_made_it() -> None:
    scene = hall()
    ordinary = scene.issue("PJ01")
    preferential = scene.issue("PJ01", preferential=True)
    scene.call(4, ordinary)
    told = proof(scene)
    [passing] = told.exceptions
    assert (passing.how, passing.who, passing.counter, passing.passed) == ("by_hand", "a004", 4, (preferential,))
    assert (told.faults, told.ordinary) == ([], 0)


def test_a_pending_ticket_called_back_before_a_preferential_one_is_an_exception_with_why_it_was_left() -> None:
    scene = hall()
    ordinary = scene.issue("PJ01")
    scene.serve(4)
    scene.hold(4, "payment")
    scene.issue("PJ01", preferential=True)
    scene.resume(4, ordinary)
    [passing] = proof(scene).exceptions
    assert (passing.how, passing.who, passing.why) == ("resumed", "a004", "payment")


def test_what_a_policy_allows_is_an_exception_with_who_answers_for_it_and_why() -> None:
    policy = Policy(Rule.FCFS, acknowledged_by="a006", reason="Oficio 114")
    scene = hall(with_policy(policy))
    ordinary = scene.issue("PJ01")
    scene.issue("PJ01", preferential=True)
    assert scene.call(2) == ordinary
    told = proof(scene)
    [passing] = told.exceptions
    assert (passing.how, passing.who, passing.why) == ("policy", "a006", "Oficio 114")
    assert told.faults == []


def test_a_policy_does_not_excuse_passing_a_preferential_ticket_of_another_queue() -> None:
    scene = hall(with_policy(Policy(Rule.FCFS, acknowledged_by="a006", reason="Oficio 114")))
    ordinary = scene.issue("PJ01")
    scene.issue("BN01", preferential=True)
    planted(scene, 2, ordinary)
    assert len(proof(scene).faults) == 1


def test_a_rule_of_a_later_version_is_an_exception_under_its_own_name() -> None:
    scene = hall()
    ordinary = scene.issue("PJ01")
    scene.issue("PJ01", preferential=True)
    planted(scene, 4, ordinary, "return_leg")
    assert [passing.how for passing in proof(scene).exceptions] == ["return_leg"]


def test_each_day_has_its_own_proof() -> None:
    scene = hall()
    ordinary = scene.issue("PJ01")
    scene.issue("PJ01", preferential=True)
    planted(scene, 2, ordinary)
    scene.close_day()
    assert len(proof(scene).faults) == 1
    scene.pass_(days=1)
    scene.open_day()
    assert (proof(scene).calls, proof(scene).faults) == (0, [])


POLICIES = [Policy(), Policy(), Policy(Rule.STRICT), Policy(Rule.FCFS), Policy(Rule.RATIO, ratio=2), Policy(guard=10)]
skills = st.sampled_from([(), (), ("qu",), ("BN",), ("PJ02", "MT"), ("PJ", "BN", "lsp")])
comes = st.tuples(
    st.sampled_from(["PJ01", "PJ02", "BN01", "MT01"]), st.booleans(), st.sampled_from(["es", "es", "qu"]), st.booleans()
)
steps = st.tuples(
    st.lists(st.one_of(st.integers(1, 8), comes), min_size=6, max_size=16),
    st.lists(st.one_of(st.integers(1, 8), comes, *[st.sampled_from("12346")] * 3), min_size=8, max_size=30),
).map(lambda parts: [*parts[0], *parts[1]])
"""A line, then counters that call while more people come."""


@settings(max_examples=150, deadline=None)
@given(st.tuples(*[st.sampled_from(POLICIES)] * 3), st.tuples(*[skills] * 6), steps)
def test_on_no_day_does_the_hub_call_an_ordinary_ticket_before_a_preferential_one_it_could_have_called(
    policies: tuple[Policy, ...], able: tuple[tuple[str, ...], ...], what: list[object]
) -> None:
    """Whatever the policies of the queues, the narrowed counters, the skills and the languages."""
    catalogue = replace(
        SMALL,
        queues=tuple(replace(q, policy=policy) for q, policy in zip(SMALL.queues, policies, strict=True)),
        advisors=tuple(replace(a, skills=own) for a, own in zip(SMALL.advisors, able, strict=True)),
    )
    scene = Scene(catalogue)
    scene.open(1, 2, 3, 4, 6)
    for step in what:
        if isinstance(step, int):
            scene.pass_(minutes=step)
        elif isinstance(step, tuple):
            service, preferential, language, sign = step
            scene.issue(service, preferential=preferential, language=language, sign=sign and preferential)
        elif isinstance(step, str) and scene.refusal(c.CallNext(int(step))) is None:
            scene.start(int(step))
            scene.finish(int(step))
    told = proof(scene)
    assert told.faults == []
    assert told.exceptions == [] or any(policy.yields for policy in policies)
    assert all(passing.how == "policy" for passing in told.exceptions)
