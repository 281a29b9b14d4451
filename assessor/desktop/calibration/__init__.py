"""A calibration session on screen, step by step: prepare, collect, reveal, discuss, score again, agree, report."""
