"""The rules of the hub: pure functions of the standard library. No clock, no randomness, no I/O."""
