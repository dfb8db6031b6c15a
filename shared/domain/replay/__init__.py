"""A day lived again under other rules or with other staffing, through the same fold as the real one.

A simulation from event to event: people come as the trace says (`citizens`), counters are attended as the plan says
(`counters`), what happens next is in the `agenda`, and every order goes through `Hall.decide` (`course`). Who is called
when is the rules' doing; how long each stay takes is the trace's.
"""

from shared.domain.replay.course import Outcome, Seen
from shared.domain.replay.live import replay
from shared.domain.replay.waiter import Rule, Waiter

__all__ = ["Outcome", "Rule", "Seen", "Waiter", "replay"]
