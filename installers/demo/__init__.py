"""The scripted morning: a whole centre on one machine."""
