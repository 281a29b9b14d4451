"""Midterm evaluations: send out, take in sealed, lay side by side, write down the talk."""
