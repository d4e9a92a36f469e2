"""The shipped catalogue: facts from public sources, texts in four languages, vocabularies."""

from catalogue.sample.files import BadListingFile, sample_digest
from catalogue.sample.loading import Loaded, is_loaded, load_sample

__all__ = ["BadListingFile", "Loaded", "is_loaded", "load_sample", "sample_digest"]
