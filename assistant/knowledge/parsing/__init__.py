"""Policy documents read into their parts, whatever numbering they use."""
