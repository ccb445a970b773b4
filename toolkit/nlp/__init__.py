"""The spaCy room: a tokenizer for mixed text, four components for any pipeline, and the pipeline built from them."""

import os

# ONNX Runtime sends telemetry to its maker unless this is set before its first import. Source texts stay at home, and
# so does the fact that somebody reads them; who wants it nonetheless sets the variable to 0.
os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
