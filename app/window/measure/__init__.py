"""Figures instead of impressions: how close each method comes to the truth, and whether this computer is right."""
