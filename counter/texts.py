"""Every Spanish word that the desk says, and those that the three programs at the counters share."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from shared.domain import spanish

NO_BREAK = "\u00a0"

ONLINE = "En línea"
OFFLINE = "Sin conexión"
CONNECTING = "Buscando el servidor del centro…"
CONNECTING_HINT = "Cuando lo encuentre, esta pantalla sigue sola. Si tarda, avise al especialista TIC."
NOT_WELCOME = "El servidor del centro no acepta esta pantalla"
NOT_WELCOME_HINT = "Avise al especialista TIC: el registro del programa dice por qué."
COUNTER_NOT_WELCOME_HINT = "Avise al especialista TIC: puede que este centro no tenga un módulo con ese número."
AWAY_QUIET = "Cuando haya atendido a alguien de la lista, haga doble clic en su número para anotarlo."
ANOTHER_NUMBER = "+ otro número"
NOTED = {"served": "anotado: atendido", "absent": "anotado: no se presentó"}
BY_HAND_SERVED = "Se le atendió"
BY_HAND_ABSENT = "No se presentó"
BY_HAND_OTHER = "¿Qué número atendió?"
BY_HAND_NUMBER = "Número: A 003"
BY_HAND_HINT = "Queda anotado en este equipo y se registra solo cuando vuelva la conexión."
AWAY_PAGE = "Sin conexión con el servidor del centro. Lo que ve es de antes del corte; se pondrá al día solo."
AWAY_SHORT = "Sin conexión: espere un momento."
WHOLE_CENTRE = "Todo el centro"
WHILE_INTERRUPTED = "Mientras dure no se promete espera ni corre el ANS."

GOING = "Ya voy"
BACK = "Volver"
PREFERENTIAL = "Preferente"
LEAVE = "Salir del módulo"
SEARCH = "Escriba para buscar"
PANEL_FOOT = "Flechas y Enter para elegir · Esc para volver"
PANEL_FOOT_NONE = "Esc para volver"
PANEL_FOOT_ONE = "Enter para aceptar · Esc para volver"
ENTER = "Enter"
SPACE = "Espacio"

OPEN = "Abrir el módulo"
CLOSED = "El módulo está cerrado"
CLOSED_HINT = "Pulse la barra espaciadora para abrirlo a su nombre."
TAKEN_SHORT = "En este módulo está otra persona."
TAKEN_HINT = "Si ya no está, el supervisor puede liberar su ticket y cerrar el módulo."
CALL_NEXT = "Llamar al siguiente"
START = "Iniciar atención"
FINISH_AND_CALL = "Terminar y llamar"
FINISH = "Terminar"
REOPEN = "Seguir atendiendo"
RECALL = "Volver a llamar"
ABSENT = "No se presentó"
HOLD = "Dejar pendiente"
TRANSFER = "Derivar"
PAUSE = "Pausa"
UNDO = "Deshacer"
MORE = "Más"

SERVING = "Atendiendo"
CALLED = "Llamado hace"
OVER_LIMIT = "pasó el límite de"
NO_TICKET = "Nadie en el módulo"
NO_TICKET_WAITING = "Pulse la barra espaciadora para llamar al siguiente."
NO_TICKET_EMPTY = "Aquí verá a quien llame: su número, su servicio y cuánto esperó."
PAUSED_HINT = "Pulse la barra espaciadora para volver a atender."
COMING = "Se está acercando. Cuando llegue, inicie la atención con la barra espaciadora."
SHOW_DOCUMENT = "Ver su documento"
DOCUMENT_GONE = "El número ya no se conserva"
CODED = "Qué se hizo en esta atención"
OTHER_SERVICE = "+ otro servicio"
NO_OTHER_SERVICE = "No hay más servicios en este módulo."
WAITING_HERE = "Esperan por este módulo"
WAITING_EMPTY = "Nadie espera. Quien tome un ticket para este módulo aparecerá aquí."
HELD = "Pendientes"
HELD_EMPTY = "Nadie quedó pendiente. Quien deje pendiente aparecerá aquí."
RESUME = "Retomar"
DAY_NOT_OPEN = "El día de atención no está abierto."
DAY_CLOSED_HINT = "Aquí podrá llamar cuando se abra el día."
NOBODY_WAITS = "Nadie espera por este módulo."

FINISHED_TODAY = "atendidos hoy"
MEAN = "atención media"
WITHIN = "dentro del ANS"
ABSENT_TODAY = "no se presentaron"
NO_FIGURE = "–"

ONLY_CALLED = "Se usa mientras llama a alguien."
ONLY_SERVING = "Se usa durante la atención."
ONLY_OPEN = "Abra antes el módulo."
ONLY_FREE = "Termine antes la atención en curso."
NOTHING_TO_UNDO = "No hay nada reciente que deshacer."
NOTHING_MORE = "Sirve durante la atención, o cuando alguien llamado puede volver."

MORE_ASK = "¿Qué necesita?"
MORE_STOPS = "Próximas paradas"
MORE_STOPS_HINT = "Añadir, quitar u ordenar a dónde va después"
MORE_RETURNED = "Volvió quien no se presentó"
UNDO_CALL_HINT = "Vuelve a su lugar en la fila. Queda registrado."
UNDO_FINISH_HINT = "La atención se abre otra vez en este módulo. Queda registrado."
RETURNED_ASK = "¿Quién volvió?"
RETURNED_HINT = "Vuelve a esperar su turno."
STOPS_ASK = "¿A dónde va después?"
STOPS_HINT = "Elija una parada para moverla o quitarla."
STOP_ADD = "Añadir otra parada"
STOP_ADD_ASK = "¿Qué servicio va después?"
STOP_FIRST = "Que sea la primera"
STOP_REMOVE = "Quitar esta parada"
NOTE_ASK = "¿Algo que deba saber el siguiente módulo?"
NOTE_HINT = "Es opcional. Solo lo verá quien lo atienda, y se borra al cerrar el día."
NOTE_PLACEHOLDER = "Escriba una nota corta"
SEND = "Derivar"
SEND_AND_BACK = "Derivar y que vuelva a mí"

HOLD_ASK = "¿Por qué queda pendiente?"
HOLD_HINT = "El ticket sale del módulo; usted lo retoma cuando la persona vuelva."
HOLD_REASONS = {
    "form": ("F", "Llena un formulario"),
    "copies": ("C", "Saca copias"),
    "payment": ("P", "Va a pagar"),
    "other": ("O", "Otro motivo"),
}
HELD_BECAUSE = {
    "form": "llena un formulario",
    "copies": "saca copias",
    "payment": "va a pagar",
    "other": "otro motivo",
}
PAUSE_ASK = "¿Por qué hace una pausa?"
PAUSE_HINT = "Mientras dure, este módulo no llama a nadie."
PAUSE_REASONS = {
    "lunch": ("R", "Refrigerio"),
    "break": ("D", "Descanso"),
    "paperwork": ("T", "Trámite interno"),
    "other": ("O", "Otro motivo"),
}
TRANSFER_ASK = "¿A qué cola lo deriva?"
TRANSFER_HINT = "Conserva su número y su hora de llegada."
ANY_SERVICE = "Sin precisar el servicio"
OTHER_SERVICE_ASK = "¿Qué más se hizo en esta atención?"
LEAVE_HINT = "Quienes esperan conservan su lugar."
RESUME_ASK = "¿A quién retoma?"
RESUME_HINT = "Se le llama de nuevo a este módulo."

LANGUAGES = {
    "qu": "Quechua",
    "quz": "Quechua",
    "quy": "Quechua chanca",
    "ay": "Aimara",
    "ayr": "Aimara",
    "en": "Inglés",
    "lsp": "Lengua de señas",
}
"""As an advisor reads them."""


def by_hand_ask(number: str) -> str:
    return f"{number}: ¿qué pasó?"


def away_list(at: str, *, attending: bool) -> str:
    """What stands while the hub is away: of when the list is, and how one goes on."""
    listed = f"Lista de las {at}, sin conexión." if at else "Sin conexión."
    if attending:
        return f"{listed} Siga con la persona: podrá terminar cuando vuelva la conexión."
    return f"{listed} Llame usted por el número, y anote aquí a quien atienda."


def counter_name(number: int) -> str:
    return f"Módulo {number}"


def taken(name: str) -> str:
    return f"En este módulo está {name}"


def counter_not_welcome(number: int) -> str:
    return f"El servidor del centro no acepta el módulo {number}"


def waiting_line(waiting: int, first_minutes: int | None) -> str:
    """The bar's line: how many wait, and how long the next one has waited."""
    if not waiting or first_minutes is None:
        return spanish.waiting(0).capitalize()
    return f"{spanish.waiting(waiting)} · próximo {minutes(first_minutes)}"


def minutes(whole: int) -> str:
    """Minutes as they stand in a column: 12 min, 1 h 05."""
    if whole < 60:
        return f"{whole}{NO_BREAK}min"
    return f"{whole // 60}{NO_BREAK}h{NO_BREAK}{whole % 60:02d}"


def running(seconds: int) -> str:
    """A running time: 03:42, 1:03:42."""
    hours, rest = divmod(max(0, seconds), 3600)
    return f"{hours}:{rest // 60:02d}:{rest % 60:02d}" if hours else f"{rest // 60:02d}:{rest % 60:02d}"


def mean_time(seconds: int) -> str:
    whole, rest = divmod(seconds, 60)
    return f"{whole} min {rest:02d} s" if whole else f"{rest} s"


def percent(part: int, whole: int) -> str:
    return f"{round(100 * part / whole)}{NO_BREAK}%"


def interrupted(what: str, reason: str, since: str) -> str:
    """ "RENIEC: sin sistema desde las 10:12." `what`: its name."""
    why = "interrumpido" if reason == "other" else spanish.INTERRUPTED.get(reason, reason)
    return f"{what}: {why} desde las {since}."


def kiosk(number: int) -> str:
    return f"el kiosco {number}"


def printer(place: str, state: str) -> str:
    """A kiosk's printer needs somebody."""
    what = {"paper_out": "sin papel", "offline": "la impresora no responde"}.get(state, "el papel se acaba pronto")
    return f"{place}: {what}"


def help_asked(place: str, since: str) -> str:
    return f"Piden ayuda en {place} desde las {since}."


def clock(at: datetime, zone: ZoneInfo) -> str:
    return spanish.hour(at.astimezone(zone))


def limit(limit_minutes: int, seconds: int) -> str:
    """What stands below the bar: the limit, what is left of it when little is, what is over."""
    left = limit_minutes * 60 - seconds
    if left < 0:
        return f"pasó el límite de {limit_minutes}{NO_BREAK}min"
    if left * 5 <= limit_minutes * 60:
        whole = left // 60
        return f"queda{'n' if whole != 1 else ''} {whole}{NO_BREAK}min" if whole else "queda menos de 1 min"
    return f"límite {limit_minutes}{NO_BREAK}min"


def called_times(calls: int) -> str:
    return "1 llamada" if calls == 1 else f"{calls} llamadas"


def waited(seconds: int, promised: tuple[int, int] | None) -> str:
    whole = seconds // 60
    said = f"Esperó {minutes(whole)}" if whole else "Esperó menos de 1 min"
    return f"{said} ({told(promised)})." if promised else f"{said}."


def told(promised: tuple[int, int]) -> str:
    low, high = promised
    return f"le dijimos {low} a {high}" if low else f"le dijimos menos de {high}"


def came_from(place: str, counter: int, *, paid: bool) -> str:
    verb = "Viene de pagar en" if paid else "Viene de"
    return f"{verb} {place}, módulo {counter}."


def goes_to(places: Sequence[str]) -> str:
    """Every stop that is left, in order."""
    return f"Después va a {', luego a '.join(places)}."


def place_after(queue: str, gap: int) -> str:
    return f"{queue} ({minutes(gap)} después)" if gap else queue


def appointment(at: str, *, late: bool) -> str:
    return f"Tenía cita a las {at} y llegó tarde: va por orden de llegada." if late else f"Tiene cita a las {at}."


def comes_with(numbers: Sequence[str]) -> str:
    return f"Viene con {', '.join(numbers)}."


def document(kind: str, number: str) -> str:
    """The number, as long as it is looked at."""
    words = {"dni": "DNI", "ce": "Carné de extranjería"}
    return f"{words.get(kind, kind)} {number}"


def note(text: str) -> str:
    return f"Nota del módulo anterior: {text}"


def call_again(left: int) -> str:
    """What is missing before one may say that nobody came."""
    return "" if left <= 0 else "Llame una vez más antes." if left == 1 else f"Llame {left} veces más antes."


def undo_ask(what: str, number: str) -> str:
    return f"¿Deshacer la llamada a {number}?" if what == "call" else f"¿Reabrir la atención de {number}?"


def absent_line(counter: int, own: int, until: str) -> str:
    """Of who was called in vain: until when they may come back, and who called."""
    where = "" if counter == own else f", módulo {counter}"
    return f"puede volver hasta las {until}{where}" if until else f"puede volver{where}"


def stop_place(place: int) -> str:
    return f"{place}.ª parada"


def paused(reason: str) -> str:
    return f"En pausa: {PAUSE_REASONS.get(reason, ('', reason))[1].lower()}"


def pause_since(at: str, whole: int) -> str:
    return f"Desde las {at}, hace {minutes(whole)}."


def held_line(reason: str, counter: int, own: int) -> str:
    where = "" if counter == own else f", módulo {counter}"
    return f"{HELD_BECAUSE.get(reason, reason)}{where}"


def call_this(number: str) -> str:
    return f"¿Llamar a {number} ahora?"


def call_this_yes(number: str) -> str:
    return f"Llamar a {number}"


CALL_ON_RECORD = "La llamada queda registrada a su nombre."


def leave_ask(number: int) -> str:
    return f"¿Salir del módulo {number}?"


def service_ask(queue: str) -> str:
    return f"{queue}: ¿para qué servicio?"


def gone(number: str) -> str:
    return f"{number} ya no está en este módulo."


CLOSED_FROM_OUTSIDE = "Este módulo quedó cerrado."


def people(names: Sequence[str]) -> str:
    return " · ".join(names)
