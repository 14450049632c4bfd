// The search engine, and how a hit is shown. Shared by the dialog and by the page that filters.

import { make } from "./make.js";

const frame = document.getElementById("sok").dataset;
const SVG = "http://www.w3.org/2000/svg";

let engine;

/** Pagefind, loaded the first time it is asked for. Its index comes in pieces, as needed. */
export const load = () => {
  engine ??= import(new URL(`${frame.bundle}pagefind.js`, location.href)).then(async (pagefind) => {
    await pagefind.options({ excerptLength: 24 });
    await pagefind.filters();
    return pagefind;
  });
  engine.catch(() => { engine = undefined; });
  return engine;
};

/** A number as it is read: 1 000 with a space. */
export const number = (found) => Number(found).toLocaleString("sv");

/** The symbol of a kind of page. */
const icon = (kind) => {
  const svg = document.createElementNS(SVG, "svg");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `${frame.icons}#${kind}`);
  svg.classList.add("icon");
  svg.setAttribute("aria-hidden", "true");
  svg.append(use);
  return svg;
};

/** Pagefind writes an excerpt as HTML: text, escaped, with marks around what matched. */
const marked = (excerpt) => [...new DOMParser().parseFromString(excerpt, "text/html").body.childNodes]
  .map((node) => (node.nodeName === "MARK" ? make("mark", {}, node.textContent) : node.textContent));

/** A hit: the kind and title of the page, and the sentence that matched, or what the page is about. */
export const hit = ({ url, meta, excerpt }, words) => make(
  "li", { className: "hit" },
  make("a", { href: url }, icon(meta.slag), make("span", {}, meta.title)),
  make("span", { className: "hit-kind" }, meta.namn),
  make("p", {}, ...(words ? marked(excerpt) : [meta.beskrivning])),
);

/** The address of the page that filters, with a search in it. */
export const everything = (parameters) => {
  const address = new URL(frame.all, location.href);
  address.search = new URLSearchParams(parameters);
  return address.href;
};
