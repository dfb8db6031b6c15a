"""The office's pages in a browser: the country, a centre, a service, the bulletin of a year. They run nothing there."""
