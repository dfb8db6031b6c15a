"""All that a phone says."""

from __future__ import annotations

from shared.domain.languages import Words, say


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


def no_line() -> Words:
    return say("Sin conexión con esta página. Revise su Wi-Fi y mire la pantalla de la sala.")


def private() -> Words:
    return say("Aquí no se guarda ningún dato de usted.")


def gone_title() -> Words:
    return say("Este ticket no está en espera")


def gone() -> Words:
    return say("Ya terminó, se canceló o es de otro día. Si cree que es un error, acérquese a orientación.")


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


def later() -> Words:
    return say("después", "a stop of the visit")


def away(hour: str) -> Words:
    return say("Sin noticias del centro desde las {hour}. Mire la pantalla de la sala.", hour=hour)


def as_of(hour: str) -> Words:
    return say("A las {hour}", hour=hour)
