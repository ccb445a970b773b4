"""The fact-check report: verified claims and their documents → one page that opens anywhere, Markdown, or a PDF.

`compose.py` decides what the report says (the records of `page.py`), `pictures.py` draws, `html.py` and `markdown.py`
write it down, `words.py` holds what it says by itself. Whatever comes from documents, annotators or the server is
hostile until escaped: `clean.py` takes out what no page can carry, templates escape everything else.
"""
