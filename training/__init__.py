"""The recipe of the multilingual entity tagger: see README.md. No part of the installed package."""
