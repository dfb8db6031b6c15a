"""The hall board: the last calls, a chime and a voice."""
