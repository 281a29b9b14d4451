"""The example partnership: everything in it is invented, and the same seed makes the same partnership."""

from assessor.services.example.building import Built, build_example
from assessor.services.example.demonstration import demonstrate

__all__ = ["Built", "build_example", "demonstrate"]
