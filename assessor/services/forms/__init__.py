"""Forms that go out and come back: what is sent to whom, what came back, and what of it goes into a dossier."""
