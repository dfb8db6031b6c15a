"""All that a phone says."""

from __future__ import annotations

from datetime import datetime

from shared.domain import spanish
from shared.domain.languages import Words, phrases, say


def title() -> Words:
    return say("Su ticket")


def your_number() -> Words:
    return say("Su número")


def visit() -> Words:
    return say("Su visita")


def refresh() -> Words:
    return say("Actualizar")


def by_itself() -> Words:
    return say("Esta página se actualiza sola. También lo llamaremos por la pantalla y la voz de la sala.")


def looks_by_itself() -> Words:
    return say("Esta página se actualiza sola.")


def no_line() -> Words:
    return say("Sin conexión con esta página. Revise su Wi-Fi y mire la pantalla de la sala.")


def private() -> Words:
    return say("Aquí no se guarda ningún dato de usted.")


def gone_title() -> Words:
    return say("Este ticket no está en espera")


def gone() -> Words:
    return say("Ya terminó, se canceló o es de otro día. Si cree que es un error, acérquese a orientación.")


def closed() -> Words:
    return say("Por ahora estamos cerrados")


def opens(at: datetime, now: datetime) -> Words:
    """Both in the centre's zone."""
    days = (at.date() - now.date()).days
    if days == 0:
        return say("Damos números hoy desde las {hour}.", hour=spanish.hour(at))
    if days == 1:
        return say("Damos números mañana desde las {hour}.", hour=spanish.hour(at))
    return say("Damos números el {day} desde las {hour}.", day=phrases.day(at.date()), hour=spanish.hour(at))


def only_its_day() -> Words:
    return say("Su ticket vale solo el día en que se dio.")


def no_news() -> Words:
    return say("Sin noticias del centro")


def no_news_yet() -> Words:
    return say("Todavía no sabemos nada de su ticket. Mire la pantalla de la sala.")


def any_centre() -> Words:
    """Before the name of this one is known."""
    return Words("Centro MAC")


def lost() -> Words:
    return say("Aquí no hay nada. Escanee el código de su ticket.")


def too_often() -> Words:
    return say("Espere unos segundos y vuelva a intentarlo.")


def read_only() -> Words:
    return say("Esta página solo se puede leer.")


def ahead(people: int) -> Words:
    if people == 0:
        return say("Usted es el siguiente")
    if people == 1:
        return say("Hay 1 persona antes que usted")
    return say("Hay {people} personas antes que usted", people=people)


def others() -> Words:
    return say("Quienes tienen atención preferente o cita pueden pasar antes.")


def between(first: str, last: str) -> Words:
    return say("Lo llamaremos entre las {first} y las {last}", first=first, last=last)


def later_than_said() -> Words:
    return say("Está tardando más de lo previsto. Su lugar se mantiene.")


def nobody_serves() -> Words:
    return say("En este momento nadie atiende esta cola. Su lugar se mantiene.")


def interrupted() -> Words:
    return say("La atención de esta cola está interrumpida. Su lugar se mantiene.")


def go_to(counter: int) -> Words:
    return say("Vaya al módulo {counter}", counter=counter)


def served_at(counter: int) -> Words:
    return say("Lo atienden en el módulo {counter}", counter=counter)


def held_title() -> Words:
    return say("Su atención está pendiente")


def held(counter: int) -> Words:
    if counter:
        return say("El módulo {counter} lo volverá a llamar. No se aleje de la sala.", counter=counter)
    return say("Lo volveremos a llamar. No se aleje de la sala.")


def return_title() -> Words:
    return say("Vuelva más tarde")


def comes_back(hour: str) -> Words:
    return say("A partir de las {hour} lo llamaremos otra vez.", hour=hour)


def missed_title() -> Words:
    return say("Lo llamamos y no llegó")


def missed(counter: int, until: str) -> Words:
    if until:
        return say(
            "Fue al módulo {counter}. Acérquese a orientación antes de las {hour} para volver a la cola.",
            counter=counter,
            hour=until,
        )
    return say("Fue al módulo {counter}. Acérquese pronto a orientación para volver a la cola.", counter=counter)


def done() -> Words:
    return say("listo", "a stop of the visit")


def now() -> Words:
    return say("ahora", "a stop of the visit")


def at_hour(hour: str) -> Words:
    """Of a stop of the visit, or as of when a page is."""
    return say("A las {hour}", hour=hour)


def later() -> Words:
    return say("después", "a stop of the visit")


def away(hour: str) -> Words:
    return say("Sin noticias del centro desde las {hour}. Mire la pantalla de la sala.", hour=hour)
