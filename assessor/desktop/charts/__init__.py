"""Drawings on screen: the same shapes as on paper."""
