"""The office's only SQL: an SQLite file to try it out, PostgreSQL for a country."""

from sync.office.store.office_store import (
    CentreCount as CentreCount,
    Diverged as Diverged,
    OfficeStore as OfficeStore,
    Taken as Taken,
)
from sync.office.store.opened import StoreFailed as StoreFailed, StoreUnusable as StoreUnusable
