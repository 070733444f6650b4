"""Lists that a ward or hub kept before, brought in on day one: read, mapped, looked at, applied, and taken back."""
