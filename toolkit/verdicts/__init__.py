"""From several people's answers to one verdict: who counts, what is decided, and how far people agree.

`aggregate` takes the answers to a claim and gives its one decision; `agreement` measures the people against each
other. Both are pure: no server, no file, no clock.
"""
