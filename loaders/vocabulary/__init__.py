"""Knowledge of names and terms, as YAML files. Data, never code."""
