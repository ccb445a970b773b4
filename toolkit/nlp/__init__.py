"""The spaCy room: a tokenizer for mixed text, four components for any pipeline, and the pipeline built from them."""
