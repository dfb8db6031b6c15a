"""Every rule that can say no: a code and its parameters, never a sentence (the screens have the words)."""

from __future__ import annotations

from enum import StrEnum


class Code(StrEnum):
    """Why an order was refused. Parameters in brackets."""

    DAY_NOT_OPEN = "day_not_open"  # []
    DAY_ALREADY_OPEN = "day_already_open"  # [day]
    DAY_BEFORE_LAST = "day_before_last"  # [day, last]
    DAY_NOT_TODAY = "day_not_today"  # [day, today]
    UNKNOWN_SERVICE = "unknown_service"  # [service]
    UNKNOWN_QUEUE = "unknown_queue"  # [queue]
    UNKNOWN_ENTITY = "unknown_entity"  # [entity]
    UNKNOWN_COUNTER = "unknown_counter"  # [counter]
    UNKNOWN_ADVISOR = "unknown_advisor"  # [advisor]
    UNKNOWN_TICKET = "unknown_ticket"  # [ticket]
    UNKNOWN_REASON = "unknown_reason"  # [reason]
    UNKNOWN_LANGUAGE = "unknown_language"  # [language]
    ENTITY_CLOSED = "entity_closed"  # [entity, opens_at or ""]
    SERVICE_SUSPENDED = "service_suspended"  # [service]
    LAST_TICKET_GIVEN = "last_ticket_given"  # [queue, entity, last or "", again or ""]: no more numbers today
    NUMBERS_EXHAUSTED = "numbers_exhausted"  # [prefix]
    NOTHING_TO_PAY = "nothing_to_pay"  # [service]
    COUNTER_NOT_OPEN = "counter_not_open"  # [counter]
    COUNTER_PAUSED = "counter_paused"  # [counter]
    COUNTER_TAKEN = "counter_taken"  # [counter, advisor]
    ADVISOR_ELSEWHERE = "advisor_elsewhere"  # [advisor, counter]
    COUNTER_BUSY = "counter_busy"  # [counter, ticket]
    NO_TICKET_HERE = "no_ticket_here"  # [counter]
    NOBODY_WAITING = "nobody_waiting"  # [counter]
    WAITS_FOR_LANGUAGE = "waits_for_language"  # [ticket, language, minutes]
    NOT_WAITING = "not_waiting"  # [ticket, state]
    NOT_HELD = "not_held"  # [ticket, state]
    NOT_AT_A_COUNTER = "not_at_a_counter"  # [ticket, state]
    NOT_SERVED_HERE = "not_served_here"  # [ticket, counter]
    NOT_STARTED = "not_started"  # [ticket]
    ALREADY_STARTED = "already_started"  # [ticket]
    SAME_QUEUE = "same_queue"  # [queue]
    NOT_OF_QUEUE = "not_of_queue"  # [service, queue]
    SERVICE_FULL = "service_full"  # [service, cap, from_at or ""]
    TOO_FEW_CALLS = "too_few_calls"  # [ticket, calls, needed, seconds]: called too seldom, or too short ago
    CALLED_JUST_NOW = "called_just_now"  # [ticket, seconds]: until it can be called again
    NOT_ABSENT = "not_absent"  # [ticket, state]
    GRACE_OVER = "grace_over"  # [ticket]
    NOTHING_TO_UNDO = "nothing_to_undo"  # [counter]
    TOO_LATE_TO_UNDO = "too_late_to_undo"  # [counter, seconds]
    TOO_MANY_STOPS = "too_many_stops"  # [most]
    DOCUMENT_REQUIRED = "document_required"  # [service]
    DOCUMENT_NOT_ASKED = "document_not_asked"  # [service]: nobody may be asked for one here
    DOCUMENT_WRONG = "document_wrong"  # [kind]: it cannot be the number of such a document
    ALREADY_HAS_TICKET = "already_has_ticket"  # [service]: the same person waits for it
    NO_DOCUMENT = "no_document"  # [ticket]
    NOTE_TOO_LONG = "note_too_long"  # [most]
    NOT_ATTENDED = "not_attended"  # [number, counter]: no attention of it has ended there; 0 is anywhere
    SAME_SERVICE = "same_service"  # [service]
    UNKNOWN_CODE = "unknown_code"  # []: no ticket of today has this token or number
    UNKNOWN_APPOINTMENT = "unknown_appointment"  # [appointment]
    APPOINTMENT_USED = "appointment_used"  # [appointment, number]
    APPOINTMENT_OTHER_DAY = "appointment_other_day"  # [appointment, slot]
    APPOINTMENT_TOO_EARLY = "appointment_too_early"  # [appointment, slot, from_at]
    UNKNOWN_INTERRUPTION = "unknown_interruption"  # [interruption]
    ALREADY_INTERRUPTED = "already_interrupted"  # [interruption]: the same is interrupted already
    INTERRUPTION_OVER = "interruption_over"  # [interruption]
    INTERRUPTION_TIMES = "interruption_times"  # [since, until or ""]: not of today, backwards, or still to come
    SPARE_GIVEN = "spare_given"  # [number]: this request was answered with a spare number already
    NO_LETTER_LEFT = "no_letter_left"  # []: every letter is some kiosk's
    NOT_THE_LETTER = "not_the_letter"  # [letter]: another kiosk's
    RANGE_NOT_RIGHT = "range_not_right"  # [most]: of a paper roll
    FEE_NOT_ASKED = "fee_not_asked"  # [appointment, service]: ask whether it is paid, and say it with the order
    CATALOGUE_IN_USE = "catalogue_in_use"  # [what]: today depends on a code or number the new one lacks
    NOT_SIGNED_IN = "not_signed_in"  # []: this screen needs a person first
    NOT_YOUR_PLACE = "not_your_place"  # [person, role]: this person does not work at such a screen
    WRONG_PIN = "wrong_pin"  # [person, left]: tries until the next lock
    PIN_LOCKED = "pin_locked"  # [person, until or "": until a supervisor lets in again]
    PIN_NOT_SET = "pin_not_set"  # [person]: a supervisor must give one first
    PIN_WEAK = "pin_weak"  # []: not six digits, or ones that anybody would guess
    PIN_MUST_CHANGE = "pin_must_change"  # []: a temporary PIN opens nothing but its own change
    SIGN_IN_BUSY = "sign_in_busy"  # []: too many sign in at once
    UNKNOWN_ZONE = "unknown_zone"  # [zone]
    UNKNOWN_DEVICE = "unknown_device"  # [device]
    UNKNOWN_COMMAND = "unknown_command"  # [command]: there is no such command in this version
    NOT_ALLOWED = "not_allowed"  # [command, role]
    DISK_FULL = "disk_full"  # []: the hub takes no new tickets until there is room
    REQUEST_REUSED = "request_reused"  # [request]
    NOT_UNDERSTOOD = "not_understood"  # [problem]: the hub could not take the message


class Refusal(Exception):
    """An order that the rules do not allow; nothing has changed."""

    def __init__(self, code: Code, **params: str | int) -> None:
        super().__init__(code.value)
        self.code = code
        self.params = params

    def __str__(self) -> str:
        return f"{self.code.value} {self.params}" if self.params else self.code.value
