"""For whoever answers for personal data: what is kept about somebody, its end, a report on an incident."""
