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
  /* What comes first has the least; equal ones stay as they stand in the documents. */
  const options = (name, told) => new Map([...(form.elements[name]?.options ?? [])].map((each) => [each.value, told(each)]));
  const wrong = options("verdict", (each) => Number(each.dataset.wrong));
  const places = { types: options("types", (each) => each.index), names: options("names", (each) => each.index) };
  const first = (name, card) => Math.min(...card.dataset[name].split(" ").map((value) => places[name].get(value) || 9999));
  const orders = {
    rank: (card) => -Number(card.dataset.rank),
    wrong: (card) => -wrong.get(card.dataset.verdict),
    types: (card) => first("types", card),
    names: (card) => first("names", card),
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
    if (order) sorted.append(...found.sort((a, b) => orders[order](a.card) - orders[order](b.card)).map((one) => one.card));
    heading.textContent = form.elements.order.selectedOptions[0].textContent;
    sorted.hidden = !order;
    for (const article of articles) article.hidden = order ? true : !documents.has(article.id);
    for (const row of rows) row.hidden = !documents.has(row.querySelector("a").hash.slice(1));
    form.elements.shown.value = form.elements.shown.dataset.says.replaceAll("#", found.length);
  }

  /* A link may lead to what is hidden just now: then everything is shown again. */
  function reveal(hash) {
    const target = document.getElementById(decodeURIComponent(hash.slice(1)));
    if (!target?.closest("[hidden]")) return;
    form.reset();
    apply();
    target.scrollIntoView();
  }

  form.addEventListener("change", apply);
  form.addEventListener("reset", () => setTimeout(apply));
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("click", (event) => reveal(event.target.closest("a[href^='#']")?.hash ?? ""));
  addEventListener("hashchange", () => reveal(location.hash));
  form.hidden = false;
})();
