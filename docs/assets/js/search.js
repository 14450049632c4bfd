// The search dialog. Pagefind's index is loaded the first time the dialog opens, in pieces as needed.

const dialog = document.getElementById("sok");
const field = document.getElementById("sok-ord");
const status = dialog.querySelector(".search-status");
const list = dialog.querySelector(".search-results");
const most = 12;

let engine;
let latest = 0;

const load = () => (engine ??= import(new URL(`${dialog.dataset.bundle}pagefind.js`, location.href)));

const open = () => {
  if (dialog.open) return;
  dialog.showModal();
  field.select();
  load().catch(() => { status.textContent = "Sökningen kunde inte laddas."; });
};

/** One result: the page's kind and title, and the sentence that matched. Pagefind escapes the text around its marks. */
const item = ({ url, meta, excerpt }) => {
  const link = Object.assign(document.createElement("a"), { href: url, textContent: meta.title });
  const kind = Object.assign(document.createElement("span"), { className: "search-kind", textContent: meta.kind ?? "" });
  const text = Object.assign(document.createElement("p"), { innerHTML: excerpt });
  const row = document.createElement("li");
  row.append(kind, link, text);
  return row;
};

const show = async (words) => {
  const turn = ++latest;
  const pagefind = await load();
  const { results } = await pagefind.search(words);
  const found = await Promise.all(results.slice(0, most).map((result) => result.data()));
  if (turn !== latest) return;
  list.replaceChildren(...found.map(item));
  const shown = results.length > most ? ` De ${most} bästa visas.` : "";
  status.textContent = results.length
    ? `${results.length} ${results.length === 1 ? "träff" : "träffar"}.${shown}`
    : `Inga träffar på ”${words}”. Prova ett annat ord, eller bläddra bland taggarna.`;
};

field.addEventListener("input", () => {
  const words = field.value.trim();
  if (words) {
    show(words);
  } else {
    latest += 1;
    list.replaceChildren();
    status.textContent = "";
  }
});

for (const button of document.querySelectorAll("[data-search-open]")) {
  button.hidden = false;
  button.addEventListener("click", open);
}
dialog.querySelector("[data-search-close]").addEventListener("click", () => dialog.close());
dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    open();
  }
});
