"""Practice assessment, midterm evaluation and calibration of assessors for teacher-training partnerships."""

__version__ = "0.1.0"
