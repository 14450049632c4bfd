// The page that filters everything. What is chosen stands in the address, so that it survives
// reload and Back and can be shared. As long as nothing is chosen, the whole list is there to read.

import { hit, load, number } from "./engine.js";
import { make } from "./make.js";

const form = document.getElementById("filter");
const part = (name) => document.querySelector(`[data-${name}]`);
const [status, chips, hits, more, whole] = ["status", "chips", "hits", "more", "everything"].map(part);
const boxes = [...form.querySelectorAll("input[type=checkbox]")];
const facets = [...new Set(boxes.map((box) => box.name))];
const words = form.elements.q;

const AT_A_TIME = 20;

let latest = 0;
let waiting = [];

/** What is chosen: the words, and the values of each facet that has any. */
const chosen = () => ({
  written: words.value.trim(),
  filters: Object.fromEntries(facets
    .map((facet) => [facet, boxes.filter((box) => box.name === facet && box.checked).map((box) => box.value)])
    .filter(([, values]) => values.length)),
});

const query = ({ written, filters }) => {
  const parameters = new URLSearchParams(written ? { q: written } : {});
  for (const [facet, values] of Object.entries(filters)) {
    for (const value of values) parameters.append(facet, value);
  }
  return parameters.toString();
};

/** The form as the address says. */
const restore = () => {
  const parameters = new URLSearchParams(location.search);
  words.value = parameters.get("q") ?? "";
  for (const box of boxes) {
    box.checked = parameters.getAll(box.name).includes(box.value);
    if (box.checked) box.closest("details").open = true;
  }
};

/** Any of the values of a facet, and all of the facets. */
const asked = (filters) => ({
  filters: Object.fromEntries(Object.entries(filters).map(([facet, values]) => [facet, { any: values }])),
});

const tell = (box, count) => {
  const label = box.closest("label");
  label.querySelector(".count").textContent = number(count);
  label.classList.toggle("none", Number(count) === 0 && !box.checked);
};

/** How many each value would give. The values of a facet add up, so its own choices do not count against it. */
const count = async (pagefind, { written, filters }, found) => {
  const counts = { ...found.filters };
  await Promise.all(Object.keys(filters).map(async (facet) => {
    const others = Object.fromEntries(Object.entries(filters).filter(([name]) => name !== facet));
    counts[facet] = (await pagefind.search(written || null, asked(others))).filters[facet];
  }));
  for (const box of boxes) tell(box, counts[box.name]?.[box.value] ?? 0);
};

const showMore = async () => {
  const turn = latest;
  const pages = await Promise.all(waiting.slice(0, AT_A_TIME).map((result) => result.data()));
  if (turn !== latest) return null;
  waiting = waiting.slice(AT_A_TIME);
  const rows = pages.map((page) => hit(page, words.value.trim()));
  hits.append(...rows);
  more.hidden = waiting.length === 0;
  return rows[0];
};

const chip = (text, remove) => {
  const button = make("button", { type: "button", className: "chip", ariaLabel: `${text}, ta bort` }, text);
  button.addEventListener("click", () => {
    remove();
    changed("pushState");
    (chips.querySelector("button") ?? words).focus();
  });
  return make("li", {}, button);
};

const showChosen = (written) => {
  const ticked = boxes.filter((box) => box.checked);
  const all = ticked.map((box) => chip(box.nextElementSibling.textContent, () => { box.checked = false; }));
  if (written) all.unshift(chip(`”${written}”`, () => { words.value = ""; }));
  if (all.length > 1) {
    all.push(chip("Alla val", () => {
      words.value = "";
      for (const box of ticked) box.checked = false;
    }));
  }
  chips.replaceChildren(...all);
  part("chosen").textContent = ticked.length ? `(${ticked.length} valda)` : "";
};

const showWhole = () => {
  latest += 1;
  whole.hidden = false;
  hits.hidden = true;
  more.hidden = true;
  part("none").hidden = true;
  status.textContent = "";
  for (const box of boxes) tell(box, box.closest("label").querySelector(".count").dataset.total);
};

const update = async () => {
  const choice = chosen();
  showChosen(choice.written);
  if (!query(choice)) {
    showWhole();
    return;
  }
  latest += 1;
  const turn = latest;
  const pagefind = await load();
  const order = choice.written ? {} : { sort: { ordning: "asc" } };
  const found = await pagefind.search(choice.written || null, { ...asked(choice.filters), ...order });
  if (turn !== latest) return;
  waiting = found.results;
  whole.hidden = true;
  hits.hidden = false;
  hits.replaceChildren();
  part("none").hidden = waiting.length > 0;
  status.textContent = waiting.length === 1 ? "1 träff" : `${waiting.length ? number(waiting.length) : "Inga"} träffar`;
  await Promise.all([count(pagefind, choice, found), showMore()]);
};

const failed = () => {
  showWhole();
  status.textContent = "Sökningen kunde inte laddas. Här är hela listan.";
};

const changed = (how) => {
  history[how](null, "", `${location.pathname}${query(chosen()) && `?${query(chosen())}`}`);
  update().catch(failed);
};

form.addEventListener("change", (event) => { if (event.target !== words) changed("pushState"); });
form.addEventListener("submit", (event) => { event.preventDefault(); changed("pushState"); });
words.addEventListener("input", () => changed("replaceState"));
more.addEventListener("click", async () => { (await showMore())?.querySelector("a").focus(); });
window.addEventListener("popstate", () => { restore(); update().catch(failed); });

restore();
update().catch(failed);
