// Finds titles in a copy of the site: the list of each language lies beside the pages.
"use strict";

const MOST = 100;
const box = document.getElementById("q");
const found = document.getElementById("found");
const count = document.getElementById("count");
const plain = (text) => text.normalize("NFKC").toLowerCase();

const show = (titles) => {
  const asked = plain(box.value).split(/\s+/).filter((word) => word !== "");
  const hits = asked.length === 0 ? [] : titles.filter((one) => asked.every((word) => one.plain.includes(word)));
  count.textContent =
    asked.length === 0 ? "" : hits.length === 0 ? count.dataset.none : count.dataset.some.replace("#", String(hits.length));
  found.replaceChildren(
    ...hits.slice(0, MOST).map((one) => {
      const line = document.createElement("li");
      const link = document.createElement("a");
      link.className = "govuk-link";
      link.href = found.dataset.root + one.at;
      link.textContent = one.title;
      if (one.lang) link.lang = one.lang;
      line.append(link);
      return line;
    }),
  );
};

fetch(found.dataset.titles)
  .then((answer) => answer.json())
  .then((titles) => {
    for (const one of titles) one.plain = plain(one.title);
    box.value = new URLSearchParams(location.search).get("q") ?? "";
    show(titles);
    box.addEventListener("input", () => show(titles));
    box.form.addEventListener("submit", (event) => {
      event.preventDefault();
      show(titles);
    });
  });
