"""Sound: sentences by an engine or by recordings, and what plays them, for every program that speaks."""
