"""Figures as people take them away: pure tables in, text, CSV or a picture out."""
