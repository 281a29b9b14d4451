"""Calibration: assessors score the same case unseen by each other, and then talk about the differences."""
