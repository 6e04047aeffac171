"""Who or what a written name means: regions, agencies, regulations."""
