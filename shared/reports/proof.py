"""The daily statement on preferential attention: a document of the centre, so in Spanish."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from shared.domain import spanish
from shared.domain.catalogue import Catalogue
from shared.domain.proof import BY_POLICY, Passing, Proof
from shared.reports.table import Cell, Table

COLUMNS = ("Hora", "Ticket", "Módulo", "Qué fue", "Quién responde", "Por qué", "Esperaban")
HOW = {"by_hand": "llamado a mano", "resumed": "pendiente retomado", BY_POLICY: "regla de la cola"}
HELD = {"form": "llenaba un formulario", "copies": "sacaba copias", "payment": "fue a pagar", "other": "otro motivo"}


def statement(catalogue: Catalogue, day: date, proof: Proof, names: Mapping[str, str]) -> Table:
    """Faults first, then the exceptions, each in the order they happened. `names` of people by id."""
    title = f"Atención preferente, {spanish.day_words(day)} de {day.year}. {catalogue.name}"
    rows = [
        *(_row(catalogue, one, names, fault=True) for one in proof.faults),
        *(_row(catalogue, one, names, fault=False) for one in proof.exceptions),
    ]
    notes = (
        f"Llamadas del día: {proof.calls}. De ellas, personas sin preferencia que eligió el sistema: {proof.ordinary}.",
        f"Faltas: {len(proof.faults)}. El sistema llamó a una persona sin preferencia mientras esperaba un preferente",
        "que ese mismo módulo podía atender.",
        f"Excepciones: {len(proof.exceptions)}. Lo mismo, por decisión de una persona o por la regla de una cola.",
        *_policies(catalogue, names),
    )
    return Table(title, COLUMNS, rows, notes)


def _row(catalogue: Catalogue, one: Passing, names: Mapping[str, str], *, fault: bool) -> tuple[Cell, ...]:
    hour = spanish.hour(one.at.astimezone(catalogue.timezone))
    if fault:
        what, who, why = "FALTA", "el sistema", one.how
    else:
        what, who, why = HOW.get(one.how, one.how), names.get(one.who) or one.who, HELD.get(one.why, one.why)
    return hour, one.number, str(one.counter), what, who, why, ", ".join(one.passed_numbers)


def _policies(catalogue: Catalogue, names: Mapping[str, str]) -> list[str]:
    """The queues whose policy may put an ordinary ticket first, and who answers for each."""
    yielding = ((queue, queue.policy) for queue in catalogue.queues if queue.policy.yields)
    return [
        f"Cola {queue.prefix}: {policy.text}. Responde {names.get(policy.acknowledged_by) or policy.acknowledged_by}: "
        f"{policy.reason.rstrip('.')}."
        for queue, policy in yielding
    ]
