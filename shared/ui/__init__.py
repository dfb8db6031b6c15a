"""The kit that kiosk, counter and board are built from.

Ground: `tokens` (colours, types, sizes, durations, `motion`), `scale` (`px(56)`, `Scale.fitting`), `fonts`,
`icons` (`pixmap`, `icon`), `theme` (`apply(app)` once, `colours()`, `restyle`, `mark`).
"""
