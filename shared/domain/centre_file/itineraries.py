"""What has to be true of the itineraries of a centre: every stop can be reached, and the goal is one of them."""

from __future__ import annotations

from shared.domain.catalogue import Catalogue, Itinerary
from shared.domain.centre_file.mistakes import Mistakes, did_you_mean
from shared.domain.centre_file.places import Place

MOST = 6


def check_itineraries(centre: Catalogue, places: list[Place], mistakes: Mistakes) -> None:
    """Named once, one for a service, of services that exist."""
    first: dict[str, str] = {}
    ids: set[str] = set()
    for itinerary, place in zip(centre.itineraries, places, strict=True):
        if itinerary.id and itinerary.id in ids:
            mistakes.note((*place, "id"), f"there is another itinerary '{itinerary.id}'")
        ids.add(itinerary.id)
        if itinerary.service and itinerary.service in first:
            other = first[itinerary.service]
            mistakes.note((*place, "service"), f"'{itinerary.service}' has the itinerary '{other}' already")
        first.setdefault(itinerary.service, itinerary.id)
        for code in (itinerary.service, *(leg.service for leg in itinerary.stops)):
            if code and code not in centre.service and not mistakes.noted((*place, "stops")):
                near = did_you_mean(code, centre.service)
                mistakes.note((*place, "stops"), f"there is no service '{code}'{near}")
        if not mistakes.noted((*place, "stops")):
            _check_stops(itinerary, (*place, "stops"), mistakes)


def _check_stops(itinerary: Itinerary, place: Place, mistakes: Mistakes) -> None:
    codes = [leg.service for leg in itinerary.stops]
    if not 0 < len(codes) <= MOST:
        mistakes.note(place, f"an itinerary has 1 to {MOST} stops, this one has {len(codes)}")
    elif len(set(codes)) < len(codes):
        mistakes.note(place, "a service stands in it twice")
    elif itinerary.service not in codes:
        mistakes.note(place, f"'{itinerary.service}', what people come for, is not among its stops")
    elif itinerary.stops[0].gap:
        mistakes.note(place, "the first stop has no `gap_minutes`: nothing comes before it")
    elif any(leg.gap and leg.free for leg in itinerary.stops):
        mistakes.note(place, "a stop is either `free` or comes after `gap_minutes`")
    elif any(leg.expires and not leg.gap for leg in itinerary.stops):
        mistakes.note(place, "`expires_minutes` is for a stop with `gap_minutes`")
