"""A real PostgreSQL of a test's own, on a socket in its own folder."""

from __future__ import annotations

from installers.officelab.cluster import Cluster as Postgres, running_cluster as running_postgres

__all__ = ["Postgres", "running_postgres"]
