"""What a board shows between calls: notices, pictures and films with a plan (`docs/media.md`)."""
