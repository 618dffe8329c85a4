"""What speaks for or against a bead: one module a kind, used by aligners and scorers alike."""
