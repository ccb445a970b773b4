"""The claims room: entities and quantities → claims that one verdict can answer. No spaCy here."""
