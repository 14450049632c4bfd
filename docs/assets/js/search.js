// The search dialog: the best hits first, then the rest by kind. Without script its button is a link.

import { everything, hit, load, number } from "./engine.js";
import { make } from "./make.js";

const dialog = document.getElementById("sok");
const field = document.getElementById("sok-ord");
const status = dialog.querySelector(".search-status");
const results = dialog.querySelector(".search-results");

const BEST = 3;
const OF_A_KIND = 3;
const LOOKED_AT = 16;

let latest = 0;

const failed = () => { status.textContent = "Sökningen kunde inte laddas. Ladda om sidan och försök igen."; };

const open = () => {
  if (dialog.open) return;
  dialog.showModal();
  field.select();
  load().catch(failed);
};

const group = (heading, hits, words) => make(
  "section", {}, make("h3", {}, heading), make("ol", { className: "hits" }, ...hits.map((found) => hit(found, words))),
);

const byKind = (hits) => {
  const kinds = new Map();
  for (const found of hits) kinds.set(found.meta.slag, [...(kinds.get(found.meta.slag) ?? []), found]);
  return kinds;
};

/** The hits of a kind, with a way to all of them when there are more and there is a list of such. */
const ofKind = (kind, hits, count, words) => {
  const { namn, flera } = hits[0].meta;
  const section = group(flera ?? namn, hits.slice(0, OF_A_KIND), words);
  if (flera && count > Math.min(hits.length, OF_A_KIND)) {
    section.append(make("a", { className: "all", href: everything({ q: words, slag: kind }) },
      `Visa alla ${number(count)} under ${flera}`));
  }
  return section;
};

const show = async (words) => {
  latest += 1;
  const turn = latest;
  const pagefind = await load();
  const found = await pagefind.search(words);
  const hits = await Promise.all(found.results.slice(0, LOOKED_AT).map((result) => result.data()));
  if (turn !== latest) return;
  results.replaceChildren(
    ...(hits.length ? [group("Bästa träffar", hits.slice(0, BEST), words)] : []),
    ...[...byKind(hits.slice(BEST))].map(([kind, rest]) => ofKind(kind, rest, found.filters.slag?.[kind] ?? 0, words)),
  );
  results.scrollTop = 0;
  if (hits.length) {
    status.textContent = `${number(found.results.length)} ${hits.length === 1 ? "träff" : "träffar"}`;
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
    latest += 1;
    results.replaceChildren();
    status.textContent = "";
  }
});

/** Arrow keys go from the field through the links and back. */
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
