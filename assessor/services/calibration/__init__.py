"""The use cases of calibration: prepare, collect blind, reveal, discuss, score again, conclude, report."""
