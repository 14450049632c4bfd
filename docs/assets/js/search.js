// The search dialog: the best hits first, then the rest by kind. Without JavaScript its button is a link.

import { everything, hit, load, number } from "./engine.js";
import { make } from "./make.js";

const dialog = document.getElementById("sok");
const field = document.getElementById("sok-ord");
const status = dialog.querySelector(".search-status");
const results = dialog.querySelector(".search-results");

const BEST_HITS = 3;
const HITS_PER_KIND = 3;
const LOADED_HITS = 16;

let latestRequest = 0;

const failed = () => { status.textContent = "Sökningen kunde inte laddas. Ladda om sidan och försök igen."; };

const open = () => {
  if (dialog.open) return;
  dialog.showModal();
  field.select();
  load().catch(failed);
};

const group = (heading, hits, words) => make(
  "section", {}, make("h3", {}, heading), make("ol", { className: "hits" }, ...hits.map((page) => hit(page, words))),
);

const byKind = (hits) => {
  const kinds = new Map();
  for (const page of hits) kinds.set(page.meta.slag, [...(kinds.get(page.meta.slag) ?? []), page]);
  return kinds;
};

/** Return the hits of a kind, with a link to all of them when there are more and the kind has a list. */
const ofKind = (kind, hits, count, words) => {
  const { namn, flera } = hits[0].meta;
  const section = group(flera ?? namn, hits.slice(0, HITS_PER_KIND), words);
  if (flera && count > Math.min(hits.length, HITS_PER_KIND)) {
    section.append(make("a", { className: "all", href: everything({ q: words, slag: kind }) },
      `Visa alla ${number(count)} under ${flera}`));
  }
  return section;
};

const show = async (words) => {
  latestRequest += 1;
  const request = latestRequest;
  const pagefind = await load();
  const search = await pagefind.search(words);
  const hits = await Promise.all(search.results.slice(0, LOADED_HITS).map((result) => result.data()));
  if (request !== latestRequest) return;
  results.replaceChildren(
    ...(hits.length ? [group("Bästa träffar", hits.slice(0, BEST_HITS), words)] : []),
    ...[...byKind(hits.slice(BEST_HITS))].map(([kind, rest]) => ofKind(kind, rest, search.filters.slag?.[kind] ?? 0, words)),
  );
  results.scrollTop = 0;
  if (hits.length) {
    status.textContent = `${number(search.results.length)} ${hits.length === 1 ? "träff" : "träffar"}`;
  } else {
    status.textContent = `Inga träffar på ”${words}”`;
    results.append(make("p", {}, "Prova ett annat eller kortare ord, eller ",
      make("a", { href: everything({}) }, "utforska allt"), "."));
  }
};

field.addEventListener("input", () => {
  const words = field.value.trim();
  if (words) {
    show(words).catch(failed);
  } else {
    latestRequest += 1;
    results.replaceChildren();
    status.textContent = "";
  }
});

/** Move between the field and the links with the arrow keys. */
dialog.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const stops = [field, ...results.querySelectorAll("a")];
  const next = stops[stops.indexOf(document.activeElement) + step];
  if (next) {
    event.preventDefault();
    next.focus();
  }
});

for (const button of document.querySelectorAll("[data-search-open]")) {
  button.setAttribute("role", "button");
  button.setAttribute("aria-haspopup", "dialog");
  button.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
  button.addEventListener("keydown", (event) => {
    if (event.key === " ") {
      event.preventDefault();
      open();
    }
  });
}

dialog.querySelector("[data-search-close]").addEventListener("click", () => dialog.close());
dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    open();
  }
});
