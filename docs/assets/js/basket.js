// Show the collected pages together: the conclusion of each, and its sources. The paths are in the address.

import { collected, keep, valid } from "./collection.js";
import { make } from "./make.js";

const root = new URL("../", location.href.split(/[?#]/)[0]);
const container = document.querySelector("[data-basket]");
const list = container.querySelector(".collected");
const status = container.querySelector("[role=status]");
const actions = container.querySelector("[data-basket-actions]");

const inAddress = () => valid((new URLSearchParams(location.search).get("sidor") ?? "").split(" "));

/** The parts of a page that are worth bringing: its first conclusion, and what its sections say in short. */
const PARTS = ".conclusion .says, .lead, .scope, .points > h2, .points > ul, .do, .decide > ol";

const fetched = async (path) => {
  const response = await fetch(new URL(path, root));
  if (!response.ok) throw new Error(String(response.status));
  return new DOMParser().parseFromString(await response.text(), "text/html");
};

/** Bring a part of another page here: without citations, which point to that page, and with absolute links. */
const brought = (part, path) => {
  const copy = document.importNode(part, true);
  copy.querySelectorAll(".cite, details, button, input").forEach((item) => item.remove());
  copy.removeAttribute("id");
  copy.querySelectorAll("[id]").forEach((item) => item.removeAttribute("id"));
  copy.querySelectorAll("a[href]").forEach((link) => { link.href = new URL(link.getAttribute("href"), new URL(path, root)); });
  return copy.matches("h2") ? make("h3", {}, copy.textContent) : copy;
};

const entry = async (path) => {
  const remove = make("button", { type: "button", className: "remove" }, "Ta bort");
  remove.addEventListener("click", () => update(paths.filter((other) => other !== path)));
  try {
    const page = await fetched(path);
    const title = page.querySelector("h1").textContent;
    const parts = [...page.querySelectorAll(PARTS)].map((part) => brought(part, path));
    const sources = [...page.querySelectorAll(".sources > li")].map((source) => brought(source, path));
    const heading = make("h2", {}, make("a", { href: new URL(path, root).href }, title));
    const cited = sources.length ? [make("h3", {}, "Källor"), make("ol", { className: "sources" }, ...sources)] : [];
    return make("li", {}, heading, remove, ...parts, ...cited);
  } catch {
    return make("li", {}, make("p", {}, `Sidan ${path} gick inte att hämta.`), remove);
  }
};

let paths = [];

const show = async () => {
  actions.hidden = !paths.length;
  status.textContent = paths.length ? "" : "Underlaget är tomt.";
  list.replaceChildren(...await Promise.all(paths.map(entry)));
};

const update = (chosen) => {
  paths = valid(chosen);
  keep(paths);
  const address = new URL(location.href);
  address.search = paths.length ? new URLSearchParams({ sidor: paths.join(" ") }) : "";
  history.replaceState(null, "", address);
  return show();
};

actions.addEventListener("click", async ({ target }) => {
  const { basketAction } = target.dataset;
  if (basketAction === "print") print();
  if (basketAction === "clear") update([]);
  if (basketAction === "copy") {
    await navigator.clipboard.writeText(location.href).then(
      () => { status.textContent = "Länken är kopierad."; },
      () => { status.textContent = "Det gick inte att kopiera."; },
    );
  }
});

update(inAddress().length ? inAddress() : collected());
