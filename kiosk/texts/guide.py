"""What only the audio guide says, and the mark of a screen that it hides."""

from __future__ import annotations

from shared.domain.languages import Words, joined, say


def guide_begins() -> Words:
    return joined(
        " ",
        (
            say("Guía de audio."),
            say("Con la tecla siguiente o anterior oye otra opción; con la tecla elegir, la escoge."),
            say("Con la tecla repetir oye todo otra vez."),
        ),
    )


def curtain_begins() -> Words:
    return joined(
        " ",
        (
            say("Guía de audio, con la pantalla oculta."),
            say("Deslice un dedo a la derecha o a la izquierda para oír otra opción; toque dos veces para elegirla."),
            say("Toque una vez para oírla de nuevo."),
        ),
    )


def curtain_mark() -> Words:
    return say("Pantalla oculta: alguien usa la guía de audio")


def guide_ends() -> Words:
    return say("Guía de audio apagada.")


def place_in_list(position: int, count: int) -> Words:
    return say("Opción {position} de {count}.", position=position, count=count)


def not_now() -> Words:
    """Of an answer that cannot be chosen."""
    return say("No se puede elegir ahora.")


def switched_on() -> Words:
    return say("Activado")


def volume(level: int, of: int) -> Words:
    return say("Volumen {level} de {of}", level=level, of=of)


def digits_typed(count: int) -> Words:
    return say("{count} dígitos escritos", count=count)


def one_digit_typed() -> Words:
    return say("1 dígito escrito")


def nothing_typed() -> Words:
    return say("Nada escrito")
