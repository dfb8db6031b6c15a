"""What others ask of the office: waits now, the catalogue, appointments, figures. See `docs/api.md`."""

from sync.office.api.serving import Api as Api
