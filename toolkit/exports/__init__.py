"""Verified claims → files that people and other programs read: tables, ClaimReview, a report.

All of them take `VerifiedClaim` records whose `judged.answers` hold at most one answer an annotator, the latest.
Whatever came from a document or an annotator is made harmless for the program that opens the file.
"""
