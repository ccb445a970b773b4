"""`factcheck status`: where the work on the server stands."""

from __future__ import annotations

from toolkit.cli import console

MOST_SHOWN = 20  # answers without their evidence


def command(
    url: console.Url = None,
    api_key: console.ApiKey = None,
    project: console.ProjectName = None,
    json: console.AsJson = False,
) -> None:
    """Count the project's tasks and claims: done, skipped, waiting, disagreeing."""
    from toolkit.publish import verify

    given = console.settings(url=url, api_key=api_key, project=project)
    verified = verify(console.connect(given), title=given.project)
    pulled = verified.pulled
    if json:
        console.show_json(
            {
                "project_id": pulled.project.id,
                "url": pulled.url,
                "tasks": pulled.tasks,
                "done": pulled.done,
                "skipped": pulled.skipped,
                "waiting": pulled.waiting,
                "drafts": pulled.drafts,
                "superseded": pulled.superseded,
                "without_predictions": pulled.without_predictions,
                "claims": verified.counts,
                "answers": verified.answers,
                "waiting_for_second": verified.waiting_for_second,
                "disagreeing": verified.disagreeing,
                "without_evidence": verified.without_evidence,
                "lacking_evidence": [
                    {
                        **{"claim_id": judged.claim.claim_id, "text": judged.claim.text, "doc_id": answer.doc_id},
                        **{"annotator": answer.annotator, "verdict": answer.verdict, "task_url": answer.task_url},
                    }
                    for judged, answer in verified.lacking_evidence
                ],
                "projects": [project.title for project in pulled.projects],
                "annotators": pulled.annotators,
                "answered_twice": list(pulled.answered_twice),
            }
        )
        return
    console.show(f"{pulled.project.title}  {pulled.url}")
    if others := [project.title for project in pulled.projects[1:]]:
        console.show(f"        with {', '.join(others)}; {pulled.annotators} people answer each task")
    console.show(f"tasks   {pulled.tasks}: {pulled.done} done, {pulled.waiting} waiting, {pulled.skipped} skipped")
    counts = ", ".join(f"{count} {name}" for name, count in verified.counts.items() if name != "total")
    console.show(f"claims  {verified.counts['total']}: {counts}")
    said = ", ".join(f"{count} {name}" for name, count in verified.answers.items() if name != "total" and count)
    console.show(f"answers {verified.answers['total']}{': ' if said else ''}{said}")
    for count, what in (
        (pulled.drafts, "tasks begun and not submitted"),
        (verified.waiting_for_second, "claims judged once that wait for another annotator"),
        (
            verified.disagreeing,
            "claims on which people differ; `factcheck adjudicate` brings those left open to a judge",
        ),
        (verified.without_evidence, "verdicts that lack their evidence; `factcheck push --reopen` brings them back"),
        (pulled.superseded, "tasks superseded by a newer version of their source"),
        (pulled.without_predictions, "tasks without predictions; a push repairs them"),
    ):
        if count:
            console.show(f"        {count} {what}")
    lacking = verified.lacking_evidence
    for judged, answer in lacking[:MOST_SHOWN]:
        console.show(f"lacking {answer.task_url}  {answer.annotator}: {answer.verdict}, “{judged.claim.text}”")
    if len(lacking) > MOST_SHOWN:
        console.show(f"        and {len(lacking) - MOST_SHOWN} more, which --json lists")
    for url in pulled.answered_twice:
        console.show(f"twice   one person answered it in two projects, and counts once: {url}")
