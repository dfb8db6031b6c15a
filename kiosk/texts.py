"""Every Spanish word of the kiosk. Functions, asked when a screen shows something, so that a language may change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from kiosk import views as v
from shared.domain import spanish
from shared.domain.catalogue import Opening, Purpose
from shared.domain.personal import Keeping, Personal
from shared.domain.refusals import Code
from shared.printing import texts as slip

NO_BREAK = "\u00a0"
DOT = "\u00a0· "
"""Between facts on one line; a line never begins with it."""

# Frame


def window_title() -> str:
    return "Kiosco"


def back() -> str:
    return "Atrás"


def help_question() -> str:
    return "¿Necesita ayuda?"


def help_at_desk(*, gives_numbers: bool) -> str:
    """`gives_numbers`: whether an orientator can, now."""
    return (
        "Acérquese a un orientador: también puede darle su número." if gives_numbers else "Acérquese a un orientador."
    )


# Home


def home_question(changing: str = "") -> str:
    return f"¿Para qué será {changing}?" if changing else "¿Qué necesita hacer hoy?"


def have_appointment() -> str:
    return "Tengo una cita"


def code_question() -> str:
    return "Escriba el código de su cita"


def code_lead() -> str:
    return "Está en la constancia que le dieron. También puede acercarla al lector."


def code_done() -> str:
    return "Listo"


def erase() -> str:
    return "Borrar"


def appointment(code: str) -> str:
    return f"cita {code}"


def slot(at: datetime, now: datetime | None) -> str:
    """When an appointment is, as one says it."""
    day = "hoy" if _is_today(at, now) else f"el {spanish.day_words(at)}"
    return f"{day} a las {spanish.hour(at)}"


def home_lead() -> str:
    return "Toque una opción"


def purpose(of: Purpose) -> str:
    return {
        Purpose.PROCEDURE: "Hacer un trámite",
        Purpose.GUIDANCE: "Pedir orientación",
        Purpose.COMPANY: "Constituir una empresa",
        Purpose.PICKUP: "Recoger un documento",
    }[of]


def purpose_explained(of: Purpose) -> str:
    return {
        Purpose.PROCEDURE: "DNI, pasaporte, antecedentes, pagos, licencias",
        Purpose.GUIDANCE: "Le explicamos requisitos, costos y pasos",
        Purpose.COMPANY: "Formalice su negocio en un solo lugar",
        Purpose.PICKUP: "DNI, pasaporte u otro que ya está listo",
    }[of]


# Entities and services


def entities_question(of: Purpose) -> str:
    return {
        Purpose.PROCEDURE: "¿Con qué entidad?",
        Purpose.GUIDANCE: "¿Sobre qué entidad?",
        Purpose.COMPANY: "¿Con qué entidad?",
        Purpose.PICKUP: "¿De qué entidad?",
    }[of]


def entities_lead(*, known: bool = True) -> str:
    if not known:
        return "Ahora no sabemos cuántas personas esperan"
    return "Vea cuántas personas esperan y cuánto puede demorar"


def more_entities() -> str:
    return "Más entidades"


def services_question() -> str:
    return "¿Qué servicio necesita?"


def more_services() -> str:
    return "Más opciones"


def first_page() -> str:
    return "Ver las primeras"


def page(number: int, of: int) -> str:
    return f"Página {number} de {of}"


def waiting(count: int) -> str:
    return spanish.waiting(count).capitalize()


def wait(minutes: tuple[int, int] | None, serves_from: datetime | None = None, interrupted: str = "") -> str:
    """How long until the call, as one says it. None: nobody attends this now; `serves_from`: then somebody will.

    interrupted: why nobody can.
    """
    if minutes is None and interrupted:
        return spanish.interrupted(interrupted)
    if minutes is None and serves_from:
        return f"Reabre a las {spanish.hour(serves_from)}"
    if minutes is None:
        return "Sin módulo abierto por ahora"
    low, high = minutes
    if low >= 60:
        return "Más de 1 hora" if low < 120 else f"Más de {low // 60} horas"
    return f"Menos de {high} minutos" if low == 0 else f"De {low} a {high} minutos"


def shut(crowd: v.Crowd) -> str:
    """The badge of what cannot be chosen."""
    if crowd.state == "last_ticket":
        return f"Último {spanish.hour(crowd.last_at)}" if crowd.last_at else "Hoy ya no"
    return {"suspended": "Suspendido", "full": "Sin cupo"}.get(crowd.state, "Cerrado")


def until_when(crowd: v.Crowd) -> str:
    """Below what cannot be chosen: until when."""
    if crowd.state == "suspended":
        return "No se atiende por ahora"
    if crowd.state == "last_ticket":
        again = _again_from(crowd.last_at, crowd.opens_at)
        return f"{again[:1].upper()}{again[1:]}" if again else "Hoy ya no alcanza"
    if crowd.state == "full":
        return f"Más números desde las {spanish.hour(crowd.opens_at)}" if crowd.opens_at else "Hoy ya no hay cupo"
    return f"Atiende desde las {spanish.hour(crowd.opens_at)}" if crowd.opens_at else "Hoy ya no atiende"


def why_not(crowd: v.Crowd) -> str:
    """Where there is room for the whole sentence."""
    return last_ticket(crowd.last_at, crowd.opens_at) if crowd.state == "last_ticket" else until_when(crowd)


def last_ticket(last_at: datetime | None, again: datetime | None) -> str:
    """ "Hoy ya no alcanza: último ticket 16:40. Puede venir mañana desde las 08:30" """
    last = f": último ticket {spanish.hour(last_at)}" if last_at else ""
    from_when = _again_from(last_at, again)
    return f"Hoy ya no alcanza{last}. Puede venir {from_when}" if from_when else f"Hoy ya no alcanza{last}"


def _again_from(last_at: datetime | None, again: datetime | None) -> str:
    """ "mañana desde las 08:30" """
    if again is None or last_at is None:
        return ""
    days = (again.date() - last_at.date()).days
    when = {0: "hoy", 1: "mañana"}.get(days) or f"el {spanish.weekday(again.date())}"
    return f"{when} desde las {spanish.hour(again)}"


def alone() -> str:
    """In the place of the motto, while the kiosk gives numbers by itself."""
    return "Sin conexión: se dan números provisionales"


def provisional_badge() -> str:
    return "Provisional"


def wait_unknown() -> str:
    return "Espera: sin datos por ahora"


def your_provisional_number() -> str:
    return "Su número provisional es"


def provisional_explained() -> str:
    return slip.PROVISIONAL_EXPLAINED


def unprinted(number: str) -> str:
    return f"¿Pidió usted el número {number.replace(' ', NO_BREAK)}?"


def unprinted_lead(view: v.UnprintedView) -> str:
    """Whose it may be, and until when."""
    of = f" Es para: {view.service}." if view.service else ""
    return f"El kiosco se apagó antes de imprimirlo.{of}\nSi nadie lo pide en {view.left} s, deja de valer."


def print_it() -> str:
    return "Sí, imprimir mi número"


def fee(cents: int) -> str:
    return f"Tasa: {spanish.soles(cents)}"


def bring(requirements: Sequence[str]) -> str:
    return f"Traiga: {DOT.join(requirements)}"


# Questions before the number


def paid_question() -> str:
    return "¿Ya pagó la tasa?"


def paid_lead(service: v.ServiceChoice) -> str:
    """What it costs, and what happens when it is not paid yet."""
    cost = f"La tasa de este trámite es {spanish.soles(service.fee_cents)}. " if service.fee_cents else ""
    first, then = spanish.named(service.pays_at), spanish.named(service.entity)
    return f"{cost}Se paga en {first}, antes de la atención en {then}."


def paid_yes() -> str:
    return "Sí, ya pagué"


def paid_yes_explained(service: v.ServiceChoice) -> str:
    return f"Le llamaremos en {spanish.named(service.entity)}. Tenga a la mano su comprobante."


def paid_no() -> str:
    return "Todavía no"


def paid_no_explained(service: v.ServiceChoice) -> str:
    first, then = spanish.named(service.pays_at), spanish.named(service.entity)
    return f"Le llamaremos primero en {first} y después en {then}, con el mismo número."


def preference_question() -> str:
    return "¿Le corresponde atención preferente?"


def preference_lead() -> str:
    return "Es un derecho. Aquí no necesita probar nada."


def chosen(name: str) -> str:
    return f"Usted eligió: {name}"


def chosen_facts(service: v.ServiceChoice) -> str:
    """Where, how many wait, how long: what the citizen saw on the card."""
    crowd = service.crowd
    said = wait(crowd.wait, crowd.serves_from, crowd.interrupted).lower()
    line = (waiting(crowd.waiting).lower(), said) if crowd.is_open and crowd.known else ()
    cost = (fee(service.fee_cents),) if service.fee_cents else ()
    return DOT.join((service.entity, *line, *cost))


def preference_groups() -> tuple[tuple[str, str], ...]:
    """Pictogram and words of those whom the law names (Ley 28683; Ley 30490: from 60 on)."""
    return (
        ("old", "Personas de 60 años a más"),
        ("pregnant", "Gestantes"),
        ("wheelchair", "Personas con discapacidad"),
        ("baby-carriage", "Con niñas o niños"),
    )


# The number of a document


def document_question() -> str:
    return "Su número de documento"


def document_lead(reason: str, rule: str, *, optional: bool) -> str:
    """What it is for, and whether one has to."""
    must = "Es opcional: le atendemos igual sin él." if optional else f"Es obligatorio: {rule}."
    return f"{_sentence(reason)} {must}"


def document_kind(kind: str) -> str:
    return {"dni": "DNI", "ce": "Carné de extranjería"}[kind]


def document_digits(kind: str) -> str:
    return {"dni": "8 dígitos", "ce": "9 dígitos o más"}[kind]


def erase_all() -> str:
    return "Borrar todo"


def document_done() -> str:
    return "Continuar"


def document_skip(*, optional: bool) -> str:
    return "Continuar sin documento" if optional else ""


def no_document() -> str:
    """Where it is required and one has neither."""
    return "¿No tiene DNI ni carné? Pida su número a un orientador."


def document_told(told: Personal) -> str:
    """What whoever gives a number has to be told (D.S. 016-2024-JUS, art. 6.1), in one small paragraph."""
    kept = {
        Keeping.VISIT: "Se guarda cifrado y se borra al terminar su atención.",
        Keeping.DAY: "Se guarda cifrado y se borra hoy, al cierre del centro.",
    }[told.keep_document]
    bank = f" ({told.bank})" if told.bank else ""
    return (
        f"Responsable: {_sentence(told.holder + bank)} Solo lo ve quien le atiende; no sale del centro. {kept} "
        f"Sus derechos: {_sentence(told.rights)}"
    )


def _sentence(text: str) -> str:
    return f"{text.rstrip('. ')}."


def preference_yes() -> str:
    return "Sí"


def preference_no() -> str:
    return "No"


def preference_yes_explained() -> str:
    return "Me corresponde"


def preference_no_explained() -> str:
    return "Por orden de llegada"


# The number


def working() -> str:
    return "Un momento"


def working_lead() -> str:
    return "Estamos sacando su número."


def still_asking() -> str:
    return "Su número saldrá cuando vuelva la conexión"


def still_asking_lead() -> str:
    return "No hace falta pedirlo otra vez.\nSi no lo pidió usted, podrá sacar el suyo después."


def asked_for(service: str) -> str:
    """Whose number it is: whoever comes by must not take it for theirs."""
    return f"Pedido para: {service}" if service else ""


def your_number() -> str:
    return "Su número es"


def preferential() -> str:
    return slip.PREFERENTIAL


def pay_first(entity: str) -> str:
    return f"Primero pague en {spanish.named(entity)}"


def where_first(stops: Sequence[v.StopLine]) -> str:
    """Below the service: where to pay first, or where one will be called."""
    if not stops:
        return ""
    first = stops[0]
    return pay_first(first.entity) if first.is_payment else stop(first)


def appointment_line(view: v.TicketView) -> str:
    """What became of the appointment, or ""."""
    of = view.late or view.slot
    return slip.appointment(of, late=view.late is not None) if of else ""


def people_before() -> str:
    return slip.PEOPLE_BEFORE


def people_before_count(count: int) -> str:
    return slip.people_before(count).capitalize()


def call(between: tuple[datetime, datetime], issued_at: datetime) -> tuple[str, str]:
    """When one will be called: the words before the hours, and the hours."""
    return slip.call(between, issued_at)


def nobody_attends() -> str:
    return slip.NOBODY_SERVES


def stop(line: v.StopLine) -> str:
    task = slip.payment(line.pays_cents) if line.is_payment else slip.return_leg(line.gap, line.returns_at)
    return DOT.join(part for part in (line.entity, spanish.counters(line.counters), task) if part)


# A ticket given before


def yours(number: str) -> str:
    return f"Su número es {number}"


def yours_lead(view: v.YoursView) -> str:
    """What may be done with it, or why nothing."""
    if view.can_change:
        return "Puede cambiarlo por otro trámite o dejar su lugar."
    if view.state in ("called", "serving"):
        return "Ya le llamaron: acérquese al módulo que dice la pantalla."
    if view.state == "returning":
        at = view.stops[0].returns_at if view.stops else None
        when = f"Le esperamos desde las {spanish.hour(at)}" if at else "Le esperamos más tarde"
        return f"{when}: vuelva a esa hora y mire la pantalla."
    if view.state == "held":
        return "Su atención quedó pendiente. Acérquese al módulo que la dejó así, o pregunte a un orientador."
    if view.state == "expired":
        return "Pasó la hora para volver. Pida ayuda a un orientador, o saque un número nuevo."
    return "Este número ya terminó. Si necesita otro, saque uno nuevo."


def change_service() -> str:
    return "Otro trámite"


def change_service_explained() -> str:
    return "Conserva su número. Elija el trámite que necesita."


def give_back() -> str:
    return "Ya no lo necesito"


def give_back_explained(number: str) -> str:
    return f"{number} deja de valer y su lugar queda libre."


def given_back(number: str) -> str:
    return f"{number} ya no vale"


def given_back_lead() -> str:
    return "Gracias por avisar. Si necesita otro número, sáquelo aquí."


def paper_title(paper: str) -> str:
    """What to do about the slip."""
    return {
        v.PRINTING: "Imprimiendo su ticket…",
        v.PRINTED: "Recoja su ticket.",
        v.UNSURE: "Recoja su ticket.",
    }.get(paper, "Anote su número o tómele una foto.")


def paper_explained(paper: str) -> str:
    """What happened to the slip, then how one is called."""
    return {
        v.NOT_PRINTED: f"No se pudo imprimir; su número vale igual. {board_tells()}",
        v.UNSURE: f"Si no sale, anote su número o tómele una foto: vale igual. {board_tells()}",
    }.get(paper, board_tells())


def board_tells() -> str:
    return slip.LOOK_AT_BOARD


def code_explained() -> str:
    return "El código identifica su ticket."


def code_of_ticket() -> str:
    return slip.TICKET_CODE


def done() -> str:
    return "Listo"


# Nobody there, nothing open, no hub


def still_there() -> str:
    return "¿Sigue ahí?"


def back_to_start_in(seconds: int) -> str:
    return "Volveremos al inicio en 1 segundo." if seconds == 1 else f"Volveremos al inicio en {seconds} segundos."


def more_time() -> str:
    return "Necesito más tiempo"


def away() -> str:
    return "Un momento: sin conexión…"


def away_spent() -> str:
    return "Pida su número a un orientador.\nSi ya tiene el suyo, no lo pierde."


def away_lead() -> str:
    return "Daremos números en cuanto vuelva la conexión.\nSi ya tiene su número, no lo pierde."


def closed(opens_at: datetime | None, now: datetime | None) -> str:
    return "Todavía no abrimos" if _is_today(opens_at, now) else "Por ahora estamos cerrados"


def closed_lead(opens_at: datetime | None, now: datetime | None) -> str:
    """When numbers are given again, as one says it."""
    if opens_at is None or now is None:
        return "Aquí sacará su número cuando abramos."
    days = (opens_at.date() - now.date()).days
    when = {0: "hoy", 1: "mañana"}.get(days) or f"el {spanish.day_words(opens_at.date())}"
    return f"Damos números {when} desde las {spanish.hour(opens_at)}."


def opening(span: Opening) -> str:
    """One line of the week: "Lunes a viernes: 08:30 a 18:00"."""
    days = [spanish.WEEKDAYS[day] for day in span.weekdays]
    run = list(span.weekdays) == list(range(span.weekdays[0], span.weekdays[-1] + 1)) if days else False
    words = f"{days[0]} a {days[-1]}" if run and len(days) > 2 else ", ".join(days)
    return f"{words.capitalize()}: {span.opens:%H:%M} a {span.closes:%H:%M}"


def hours_title() -> str:
    return "Horario de atención"


def _is_today(at: datetime | None, now: datetime | None) -> bool:
    return at is not None and now is not None and at.date() == now.date()


# When the hub says no


def sorry() -> str:
    return "No pudimos darle un número"


def to_start() -> str:
    return "Volver al inicio"


def refusal(view: v.SorryView) -> str:
    """What happened, and what to do."""
    said = _REFUSALS.get(view.code)
    return said(view) if said else f"Algo salió mal y no se le dio ningún número. {_ASK}"


_ASK = "Pida ayuda a un orientador."


def _entity_closed(view: v.SorryView) -> str:
    who = view.subject or "Esta entidad"
    if view.opens_at:
        return f"{who} atiende desde las {spanish.hour(view.opens_at)}. Vuelva a esa hora, o elija otro trámite."
    return f"{who} ya no atiende hoy. Vuelva otro día, o elija otro trámite."


def _last_ticket(view: v.SorryView) -> str:
    last = f": el último ticket se dio a las {spanish.hour(view.last_at)}" if view.last_at else ""
    what = f"Para {spanish.named(view.subject)}" if view.subject else "Para este trámite"
    return f"{what} hoy ya no alcanza el tiempo{last}. {_again(view)}"


def _again(view: v.SorryView) -> str:
    if view.opens_at is None or view.head.now is None:
        return _ASK
    days = (view.opens_at.date() - view.head.now.date()).days
    when = {0: "hoy", 1: "mañana"}.get(days) or f"el {spanish.day_words(view.opens_at.date())}"
    return f"Puede venir {when} desde las {spanish.hour(view.opens_at)}."


def _service_suspended(view: v.SorryView) -> str:
    what = f"«{view.subject}»" if view.subject else "Este servicio"
    return f"{what} no se atiende por el momento. {_ASK}"


def _too_early(view: v.SorryView) -> str:
    begins = f"desde las {spanish.hour(view.opens_at)}" if view.opens_at else "un poco antes"
    return f"Su cita es {view.subject or 'más tarde'}. Aquí puede registrarla {begins}."


def _service_full(view: v.SorryView) -> str:
    what = f"«{view.subject}»" if view.subject else "Este servicio"
    when = f"Habrá más desde las {spanish.hour(view.opens_at)}." if view.opens_at else "Vuelva otro día."
    return f"{what} ya dio todos los números de este horario. {when}"


def _already_has(view: v.SorryView) -> str:
    what = f"«{view.subject}»" if view.subject else "este trámite"
    return f"Con ese documento ya hay un número en espera para {what}. Si lo perdió, pida ayuda a un orientador."


_REFUSALS: dict[str, Callable[[v.SorryView], str]] = {
    Code.SERVICE_FULL: _service_full,
    Code.UNKNOWN_APPOINTMENT: lambda _: f"No encontramos una cita con ese código. {_ASK}",
    Code.APPOINTMENT_USED: lambda view: f"Esa cita ya tiene un número: {view.subject}. {_ASK}",
    Code.APPOINTMENT_OTHER_DAY: lambda view: f"Su cita es {view.subject or 'otro día'}. Vuelva ese día.",
    Code.APPOINTMENT_TOO_EARLY: _too_early,
    Code.UNKNOWN_CODE: lambda _: f"Ese ticket no es de hoy. {_ASK}",
    Code.UNKNOWN_TICKET: lambda _: f"Ese ticket no es de hoy. {_ASK}",
    Code.NOT_WAITING: lambda _: "Su número ya fue llamado o ya terminó: no se puede cambiar aquí.",
    Code.DOCUMENT_REQUIRED: lambda _: f"Este trámite pide el número de su documento. {_ASK}",
    Code.DOCUMENT_NOT_ASKED: lambda _: "Este servicio acaba de cambiar. Elija otra vez desde el inicio.",
    Code.DOCUMENT_WRONG: lambda _: "El número de documento no está completo. Elija otra vez desde el inicio.",
    Code.ALREADY_HAS_TICKET: _already_has,
    Code.SAME_SERVICE: lambda _: "Su número ya es para ese trámite: no hay nada que cambiar.",
    Code.DAY_NOT_OPEN: lambda _: "El centro no está atendiendo en este momento.",
    Code.ENTITY_CLOSED: _entity_closed,
    Code.SERVICE_SUSPENDED: _service_suspended,
    Code.LAST_TICKET_GIVEN: _last_ticket,
    Code.NUMBERS_EXHAUSTED: lambda _: f"Ya se dieron todos los números de hoy para este servicio. {_ASK}",
    Code.UNKNOWN_LANGUAGE: lambda _: "Este centro no atiende en ese idioma. Elija otra vez desde el inicio.",
    Code.UNKNOWN_SERVICE: lambda _: "Este servicio acaba de cambiar. Elija otra vez desde el inicio.",
    Code.UNKNOWN_QUEUE: lambda _: "Este servicio acaba de cambiar. Elija otra vez desde el inicio.",
    Code.NOTHING_TO_PAY: lambda _: "Este servicio acaba de cambiar. Elija otra vez desde el inicio.",
    Code.NOT_ALLOWED: lambda _: "Esta pantalla no puede dar números. Pida el suyo a un orientador.",
}
