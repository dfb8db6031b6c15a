"""The kit that kiosk, counter and board are built from. Build children once; call `show_...` as often as you like.

Ground
  tokens        colours (`Palette`, LIGHT, DARK), types (KIOSK_QUESTION ...), sizes, durations, `motion`, `contrast`
  scale         `px(56)`: reference pixels to pixels now; `Scale.fitting(scale.KIOSK, width, height)`
  theme         `apply(app, palette, scale)` once, before widgets; `colours()`, `ground(widget, "paper")`, `restyle`
  fonts, icons  `fonts.font(KIOSK_CHOICE)`; `icons.pixmap("car", colours().red, 64)`, `icons.names()`, `icons.check`
  motion        `slide_in`, `rise`, `Pulse`; nothing moves when `tokens.motion` is 0

To read
  Label(kind, text, tone=, wrap=, tabular=)   FitText (as large as its box allows: numbers)   Clock   Badge   Figure
  Pictogram   QrCode   Dot   LimitBar   Notice (offline, alert, info)   Toast   Panel, Rule   WeaveBand

To touch (each with a key and a signal, or `clicked`)
  ChoiceCard, EntityCard (`chosen`)   BigButton (primary, quiet, soft, dark, link)
  ActionButton (counter, with its key)
  ServiceChip (`ticked`)   WaitingRow (`chosen`)   DialogPanel (a question over the window)
  CardButton, with Row and Column: a button whose face is a layout   Flow: a layout like words on lines

Life
  run (a program with a screen), hub_link (its line to the hub), robot (`--robot`, for demo and tests)
"""
