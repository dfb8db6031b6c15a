"""The office's only SQL: an SQLite file to try it out, PostgreSQL for a country."""

from sync.office.store.office_store import (
    CentreCount as CentreCount,
    DayCount as DayCount,
    Diverged as Diverged,
    OfficeStore as OfficeStore,
    StoreFailed as StoreFailed,
    StoreUnusable as StoreUnusable,
    Taken as Taken,
)
