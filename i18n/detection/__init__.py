"""Which of the four languages a text is written in, by its scripts and its words.

Rules, not a trained model: inquiries are a few words long, Vietnamese is often typed without
marks, and every answer can be traced to a word.
"""

from i18n.detection.content import detect

__all__ = ["detect"]
