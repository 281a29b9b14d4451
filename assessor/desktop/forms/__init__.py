"""Forms that go out and come back, on screen."""
