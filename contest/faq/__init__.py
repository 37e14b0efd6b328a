"""From a question as people type it to an answer with its source, or to none."""
