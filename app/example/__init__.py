"""The example system: invented, made by commands, and alive through MLLP and HTTP only, as real ones would be."""
