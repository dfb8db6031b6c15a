"""Where advisors, orientators and supervisors work."""
