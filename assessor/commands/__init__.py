"""The services from the shell, without a screen."""
