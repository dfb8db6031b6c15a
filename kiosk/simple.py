"""Every screen as one list: what it says, and what can be answered. For large letters, low reach, the ear and a switch.

Says no more and no less than the other screens; its answers have the names of their buttons.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
from msgspec.structs import replace

from kiosk import texts, views as v
from kiosk.pictograms import ICONS
from shared.domain.languages import Words, beside, joined
from shared.domain.personal import DocumentKind

DIGITS = "1234567890"


class Option(msgspec.Struct, frozen=True):
    """One answer. small: it stands beside others of its kind, as the keys of a pad do."""

    name: str
    words: str
    detail: str = ""
    icon: str = ""
    enabled: bool = True
    small: bool = False


class Simple(msgspec.Struct, frozen=True):
    """A screen. hero: the number of a ticket, larger than all else. typed: what was typed so far."""

    title: str
    sentences: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    hero: str = ""
    typed: str = ""


def simple_of(view: v.KioskView) -> Simple:
    """In the language that is spoken."""
    match view:
        case v.HomeView():
            told = (texts.no_paper(),) if view.head.no_paper else ()
            return Simple(texts.home_question(view.changing), told, (*_purposes(view), _searching()))
        case v.EntitiesView():
            options = tuple(_option(f"entity-{c.id}", texts.name(c.name), c.crowd, icon=c.icon) for c in view.choices)
            more = _more("more-entities", texts.more_entities(), view)
            return Simple(texts.entities_question(view.purpose), (), (*options, _searching(), *more))
        case v.ServicesView():
            services = tuple(
                _option(f"service-{c.code}", texts.name(c.name), c.crowd, closed_too=True) for c in view.choices
            )
            more = _more("more-services", texts.more_services(), view)
            return Simple(texts.services_question(), (texts.name(view.entity),), (*services, _searching(), *more))
        case v.SearchView():
            return _search(view)
        case v.AboutView():
            until = (texts.about_lead(view.service.crowd), *_about(view.service))
            return Simple(texts.about_question(), until, _print(view.sheet))
        case v.LongWaitView():
            yes = Option("wanted-yes", texts.long_wait_yes(), texts.long_wait_yes_explained())
            no = Option("wanted-no", texts.long_wait_no(), texts.long_wait_no_explained())
            return Simple(texts.long_wait_question(), (texts.long_wait_lead(view.service),), (yes, no))
        case v.PaidView():
            yes = Option("paid-yes", texts.paid_yes(), texts.paid_yes_explained(view.service))
            no = Option("paid-no", texts.paid_no(), texts.paid_no_explained(view.service))
            return Simple(
                texts.paid_question(),
                (*_about(view.service), texts.paid_lead(view.service)),
                (yes, no, *_print(view.sheet)),
            )
        case v.PreferenceView():
            yes = Option("preferential-yes", texts.preference_yes(), texts.preference_yes_explained())
            no = Option("preferential-no", texts.preference_no(), texts.preference_no_explained())
            groups = joined(". ", (words for _, words in texts.preference_groups()))
            said = (texts.preference_lead(), groups, *_about(view.service))
            return Simple(texts.preference_question(), said, (yes, no, *_print(view.sheet)))
        case v.CodeView():
            done = Option("code-done", texts.code_done(), enabled=view.complete)
            keys = tuple(Option(f"key-{digit}", digit, small=True) for digit in DIGITS)
            erase = Option("key-erase", texts.erase(), small=True)
            return Simple(texts.code_question(), (texts.code_lead(),), (*keys, erase, done), typed=view.typed)
        case v.DocumentView():
            return _document(view)
        case v.YoursView():
            return _yours(view)
        case v.RateView():
            said = (texts.name(view.service), texts.rate_lead())
            return Simple(texts.rate_question(), said, rate_options())
        case v.TicketView():
            return Simple(
                texts.your_provisional_number() if view.provisional else texts.your_number(),
                tuple(filter(None, _ticket(view))),
                (*_again(view), Option("done", texts.came_out(view.paper))),
                view.number,
            )
        case _:
            return _message(view)


def _searching() -> Option:
    return Option("search", texts.search(), icon="search")


def _print(sheet: str) -> tuple[Option, ...]:
    """The requirements on paper, where that is to be had."""
    offered = Option("print-requirements", texts.print_requirements(sheet), icon="printer")
    return (replace(offered, enabled=sheet == v.SHEET_OFFERED),) if sheet else ()


def _again(view: v.TicketView) -> tuple[Option, ...]:
    return (Option("again", texts.print_again(), icon="printer"),) if view.can_copy else ()


def found(choice: v.ServiceChoice) -> Option:
    """A service that was searched: whose it is, and how it stands there."""
    badge, _, wait = texts.crowd_words(choice.crowd)
    stands = wait or badge
    detail = joined(texts.DOT, (texts.name(choice.entity), "" if beside(stands) else stands))
    return Option(f"service-{choice.code}", texts.name(choice.name), detail)


def _search(view: v.SearchView) -> Simple:
    """Only the letters that lead further; what was found stands before them once there is one page of it."""
    more = _more("more-found", texts.more_services(), view)
    letters = tuple(
        Option(
            "letter-space" if letter == " " else f"letter-{letter}",
            texts.space() if letter == " " else letter.upper(),
            small=True,
        )
        for letter in view.letters
    )
    erase = (Option("letter-erase", texts.erase(), small=True),) if view.typed else ()
    services, keys = (*map(found, view.choices), *more), (*letters, *erase)
    return Simple(
        texts.search_question(),
        tuple(filter(None, (texts.search_lead(view),))),
        (*services, *keys) if view.pages == 1 else (*keys, *services),
        typed=view.typed.upper(),
    )


def _purposes(view: v.HomeView) -> Iterator[Option]:
    for choice in view.purposes:
        why_not = "" if choice.crowd.is_open else texts.why_not(choice.crowd)
        icon = ICONS[choice.purpose]
        yield Option(f"purpose-{choice.purpose}", texts.purpose(choice.purpose), why_not, icon, choice.crowd.is_open)
    if view.has_appointments and not view.changing:
        yield Option("appointment", texts.have_appointment(), icon="calendar-event")


def _option(name: str, words: Words, crowd: v.Crowd, icon: str = "", *, closed_too: bool = False) -> Option:
    """closed_too: one that gives no number can be chosen too, to read what it asks for."""
    badge, _, wait = texts.crowd_words(crowd)
    return Option(name, words, joined(". ", (badge, wait)), icon, closed_too or crowd.is_open)


def _more(name: str, words: Words, view: v.EntitiesView | v.ServicesView | v.SearchView) -> tuple[Option, ...]:
    if view.pages == 1:
        return ()
    return (Option(name, texts.first_page() if view.page == view.pages - 1 else words),)


def _about(service: v.ServiceChoice) -> tuple[str, ...]:
    """What was chosen, and what it asks for."""
    bring = texts.bring(service.requirements) if service.requirements else ""
    return tuple(filter(None, (texts.chosen(service), texts.chosen_facts(service), bring)))


def _document(view: v.DocumentView) -> Simple:
    kinds = tuple(
        Option(f"kind-{kind}", texts.document_kind(kind), icon="check" if kind == view.kind else "", small=True)
        for kind in DocumentKind
    )
    keys = tuple(Option(f"digit-{digit}", digit, small=True) for digit in DIGITS)
    erase = Option("digit-erase", texts.erase(), small=True)
    done = Option("document-done", texts.document_done(), enabled=view.complete)
    skip = (Option("document-skip", texts.document_skip(optional=True)),) if view.optional else ()
    said = [texts.document_lead(view.reason, view.rule, optional=view.optional)]
    said += [] if view.optional else [texts.no_document()]
    typed = "● " * view.typed + "○ " * (view.digits - view.typed)
    told = (*said, texts.document_told(view.told))
    return Simple(texts.document_question(), told, (*kinds, *keys, erase, done, *skip), typed=typed.strip())


def _yours(view: v.YoursView) -> Simple:
    change = Option("yours-yes", texts.change_service(), texts.change_service_explained(), "arrows-exchange")
    back = Option("yours-no", texts.give_back(), texts.give_back_explained(view.number), "circle-x")
    stops = tuple(texts.stop(line) for line in view.stops)
    said = (texts.name(view.service), *stops, texts.yours_lead(view))
    return Simple(texts.yours(view.number), said, (change, back) if view.can_change else ())


def rate_options() -> tuple[Option, ...]:
    """How the visit was, the best first."""
    return tuple(Option(f"rate-{said}", words, icon=f"face-{said}") for said, words in texts.rate_answers())


def _ticket(view: v.TicketView) -> Iterator[str]:
    """All that the slip says too (mac-domain D4)."""
    yield texts.name(view.service)
    yield texts.preferential() if view.preferential else ""
    yield from (texts.stop(line) for line in view.stops)
    if view.provisional:
        yield texts.provisional_explained()
    else:
        yield joined(": ", (texts.people_before(), texts.people_before_count(view.ahead)))
        yield joined(" ", texts.call(view.between, view.issued_at)) if view.between else texts.nobody_attends()
    yield texts.appointment_line(view)
    yield texts.paper_title(view.paper)
    yield texts.paper_explained(view.paper)


def _message(view: v.KioskView) -> Simple:
    said = texts.message(view)
    button = (Option("done", said.button),) if said.button else ()
    return Simple(said.title, tuple(filter(None, (said.sentence, said.detail))), button)


def whole_name(option: Option) -> Sequence[str]:
    """What is read of an answer: its words, then what it means."""
    return tuple(filter(None, (option.words, option.detail)))
