/* Finds and orders the claims of the page. Without a less-than sign or an ampersand, it keeps the page well-formed as XML. */
(() => {
  "use strict";
  const form = document.getElementById("filter");
  if (!form) return;
  const sorted = document.getElementById("sorted");
  const heading = document.getElementById("sorted-how");
  const rows = [...document.querySelectorAll(".contents tbody tr")];
  const articles = [...document.querySelectorAll("article.document")];

  const cards = [...document.querySelectorAll(".card")].map((card) => {
    const article = card.closest("article.document");
    card.dataset.from = article.querySelector("h2").textContent;
    return { card, home: card.parentNode, document: article.id, marks: [] };
  });
  const byFragment = new Map(cards.map((one) => [`#${one.card.id}`, one]));
  for (const link of document.querySelectorAll(".m a, .ref")) {
    byFragment.get(link.getAttribute("href"))?.marks.push(link.closest(".m") || link);
  }

  const tests = {
    verdict: (one, value) => one.card.dataset.verdict === value,
    types: (one, value) => one.card.dataset.types.split(" ").includes(value),
    names: (one, value) => one.card.dataset.names.split(" ").includes(value),
    document: (one, value) => one.document === value,
  };
  const chosen = (name) => form.elements[name]?.value || "";

  function apply() {
    const asked = Object.keys(tests).filter(chosen);
    const found = cards.filter((one) => asked.every((name) => tests[name](one, chosen(name))));
    const kept = new Set(found);
    const documents = new Set(asked.length ? found.map((one) => one.document) : articles.map((each) => each.id));
    for (const one of cards) {
      one.card.hidden = !kept.has(one);
      one.home.append(one.card);
      for (const mark of one.marks) mark.classList.toggle("off", !kept.has(one));
    }
    const order = chosen("order");
    const wrong = new Map([...form.elements.verdict.options].map((each) => [each.value, Number(each.dataset.wrong)]));
    const measure = ({ card: { dataset } }) => order === "rank" ? Number(dataset.rank) : wrong.get(dataset.verdict);
    if (order) sorted.append(...found.sort((a, b) => measure(b) - measure(a)).map((one) => one.card));
    heading.textContent = form.elements.order.selectedOptions[0].textContent;
    sorted.hidden = !order;
    for (const article of articles) article.hidden = order ? true : !documents.has(article.id);
    for (const row of rows) row.hidden = !documents.has(row.querySelector("a").hash.slice(1));
    form.elements.shown.value = form.elements.shown.dataset.says.replaceAll("#", found.length);
  }

  /* A link may lead to what is hidden just now: then everything is shown again. */
  function reveal() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target?.closest("[hidden]")) return;
    form.reset();
    apply();
    target.scrollIntoView();
  }

  form.addEventListener("change", apply);
  form.addEventListener("reset", () => setTimeout(apply));
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", reveal);
  form.hidden = false;
})();
