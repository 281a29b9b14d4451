"""Practice assessment, midterm evaluation and calibration of assessors for teacher-training partnerships."""
