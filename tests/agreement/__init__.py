"""Figures of agreement, their intervals, and the reasons why there are none."""
