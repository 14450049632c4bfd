// The search engine and the rendering of hits, shared by the search dialog and the page with filters.

import { make } from "./make.js";

const frame = document.getElementById("sok").dataset;
const SVG = "http://www.w3.org/2000/svg";

let engine;

/** Load Pagefind on first use. Its index is fetched in parts, as needed. */
export const load = () => {
  engine ??= import(new URL(`${frame.bundle}pagefind.js`, location.href)).then(async (pagefind) => {
    await pagefind.options({ excerptLength: 24 });
    await pagefind.filters();
    return pagefind;
  });
  engine.catch(() => { engine = undefined; });
  return engine;
};

/** Format a number in Swedish, with a space as the thousands separator. */
export const number = (value) => Number(value).toLocaleString("sv");

/** Return the icon of a kind of page. */
const icon = (kind) => {
  const svg = document.createElementNS(SVG, "svg");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `${frame.icons}#${kind}`);
  svg.classList.add("icon");
  svg.setAttribute("aria-hidden", "true");
  svg.append(use);
  return svg;
};

/** Convert an excerpt to nodes. Pagefind writes it as escaped HTML with `mark` elements around the matches. */
const marked = (excerpt) => [...new DOMParser().parseFromString(excerpt, "text/html").body.childNodes]
  .map((node) => (node.nodeName === "MARK" ? make("mark", {}, node.textContent) : node.textContent));

/** Return a hit: the kind and title of the page, and the matching excerpt, or the description without a query. */
export const hit = ({ url, meta, excerpt }, words) => make(
  "li", { className: "hit" },
  make("a", { href: url }, icon(meta.slag), make("span", {}, meta.title)),
  make("span", { className: "hit-kind" }, meta.namn),
  make("p", {}, ...(words ? marked(excerpt) : [meta.beskrivning])),
);

/** Return the address of the page with filters, with the given query parameters. */
export const everything = (parameters) => {
  const address = new URL(frame.all, location.href);
  address.search = new URLSearchParams(parameters);
  return address.href;
};
