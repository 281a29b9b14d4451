"""Midterm evaluations on screen: send out, take in sealed, fill in, lay side by side, write down the talk."""
