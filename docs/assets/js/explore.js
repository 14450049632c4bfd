// The page with filters. The selection is kept in the address, so that it survives reload and Back and
// can be shared. While nothing is selected, the full list is shown.

import { hit, load, number } from "./engine.js";
import { make } from "./make.js";

const form = document.getElementById("filter");
const part = (name) => document.querySelector(`[data-${name}]`);
const [status, chips, hits, more, fullList] = ["status", "chips", "hits", "more", "everything"].map(part);
const boxes = [...form.querySelectorAll("input[type=checkbox]")];
const facets = [...new Set(boxes.map((box) => box.name))];
const words = form.elements.q;

const PAGE_SIZE = 20;

let latestRequest = 0;
let remaining = [];

/** Return the selection in the form: the text, and the selected values of each facet that has any. */
const selected = () => ({
  text: words.value.trim(),
  filters: Object.fromEntries(facets
    .map((facet) => [facet, boxes.filter((box) => box.name === facet && box.checked).map((box) => box.value)])
    .filter(([, values]) => values.length)),
});

const query = ({ text, filters }) => {
  const parameters = new URLSearchParams(text ? { q: text } : {});
  for (const [facet, values] of Object.entries(filters)) {
    for (const value of values) parameters.append(facet, value);
  }
  return parameters.toString();
};

/** Set the form to the selection in the address. */
const restore = () => {
  const parameters = new URLSearchParams(location.search);
  words.value = parameters.get("q") ?? "";
  for (const box of boxes) {
    box.checked = parameters.getAll(box.name).includes(box.value);
    if (box.checked) box.closest("details").open = true;
  }
};

/** Return search options that match any value within a facet, and all facets. */
const searchOptions = (filters) => ({
  filters: Object.fromEntries(Object.entries(filters).map(([facet, values]) => [facet, { any: values }])),
});

const showCount = (box, count) => {
  const label = box.closest("label");
  label.querySelector(".count").textContent = number(count);
  label.classList.toggle("none", Number(count) === 0 && !box.checked);
};

/** Show the number of hits of each value. The count of a facet ignores its own selected values, since they add up. */
const showCounts = async (pagefind, { text, filters }, search) => {
  const counts = { ...search.filters };
  await Promise.all(Object.keys(filters).map(async (facet) => {
    const others = Object.fromEntries(Object.entries(filters).filter(([name]) => name !== facet));
    counts[facet] = (await pagefind.search(text || null, searchOptions(others))).filters[facet];
  }));
  for (const box of boxes) showCount(box, counts[box.name]?.[box.value] ?? 0);
};

const showMore = async () => {
  const request = latestRequest;
  const pages = await Promise.all(remaining.slice(0, PAGE_SIZE).map((result) => result.data()));
  if (request !== latestRequest) return null;
  remaining = remaining.slice(PAGE_SIZE);
  const rows = pages.map((page) => hit(page, words.value.trim()));
  hits.append(...rows);
  more.hidden = remaining.length === 0;
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

const showSelected = (text) => {
  const ticked = boxes.filter((box) => box.checked);
  const all = ticked.map((box) => chip(box.nextElementSibling.textContent, () => { box.checked = false; }));
  if (text) all.unshift(chip(`”${text}”`, () => { words.value = ""; }));
  if (all.length > 1) {
    all.push(chip("Alla val", () => {
      words.value = "";
      for (const box of ticked) box.checked = false;
    }));
  }
  chips.replaceChildren(...all);
  part("chosen").textContent = ticked.length ? `(${ticked.length} valda)` : "";
};

const showFullList = () => {
  latestRequest += 1;
  fullList.hidden = false;
  hits.hidden = true;
  more.hidden = true;
  part("none").hidden = true;
  status.textContent = "";
  for (const box of boxes) showCount(box, box.closest("label").querySelector(".count").dataset.total);
};

const update = async () => {
  const selection = selected();
  showSelected(selection.text);
  if (!query(selection)) {
    showFullList();
    return;
  }
  latestRequest += 1;
  const request = latestRequest;
  const pagefind = await load();
  const order = selection.text ? {} : { sort: { ordning: "asc" } };
  const search = await pagefind.search(selection.text || null, { ...searchOptions(selection.filters), ...order });
  if (request !== latestRequest) return;
  remaining = search.results;
  fullList.hidden = true;
  hits.hidden = false;
  hits.replaceChildren();
  part("none").hidden = remaining.length > 0;
  status.textContent = remaining.length === 1 ? "1 träff" : `${remaining.length ? number(remaining.length) : "Inga"} träffar`;
  await Promise.all([showCounts(pagefind, selection, search), showMore()]);
};

const failed = () => {
  showFullList();
  status.textContent = "Sökningen kunde inte laddas. Här är hela listan.";
};

const changed = (how) => {
  history[how](null, "", `${location.pathname}${query(selected()) && `?${query(selected())}`}`);
  update().catch(failed);
};

form.addEventListener("change", (event) => { if (event.target !== words) changed("pushState"); });
form.addEventListener("submit", (event) => { event.preventDefault(); changed("pushState"); });
words.addEventListener("input", () => changed("replaceState"));
more.addEventListener("click", async () => { (await showMore())?.querySelector("a").focus(); });
window.addEventListener("popstate", () => { restore(); update().catch(failed); });

restore();
update().catch(failed);
