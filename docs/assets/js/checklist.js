// Keep the ticks of the checklist in this browser, and list what is missing with how it went where it was missing.

import "./tools.js";
import { make } from "./make.js";

const KEY = "checklista";
const boxes = [...document.querySelectorAll("[data-check]")];
const missing = document.querySelector("[data-missing]");

const load = () => {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return new Set(Array.isArray(kept) ? kept : []);
  } catch {
    return new Set();
  }
};

const save = () => {
  const ticked = boxes.filter((box) => box.checked).map((box) => box.dataset.check);
  try {
    localStorage.setItem(KEY, JSON.stringify(ticked));
  } catch {
    // Without storage the ticks last as long as the page is open.
  }
};

const show = () => {
  const left = boxes.filter((box) => !box.checked);
  missing.hidden = left.length === boxes.length;
  missing.querySelector("[role=status]").textContent = left.length
    ? `${left.length} av ${boxes.length} saknas.`
    : "Allt är på plats. Gå igenom listan igen om ett halvår.";
  missing.querySelector("ul").replaceChildren(...left.map((box) => {
    const because = box.closest("li").querySelector(".because").cloneNode(true);
    because.querySelectorAll(".cite").forEach((mark) => mark.remove());
    return make("li", {}, make("b", {}, box.parentElement.textContent.trim()), because);
  }));
};

const kept = load();
for (const box of boxes) box.checked = kept.has(box.dataset.check);
document.addEventListener("change", ({ target }) => {
  if (!target.matches("[data-check]")) return;
  save();
  show();
});
missing.querySelector("[data-clear]").addEventListener("click", () => {
  for (const box of boxes) box.checked = false;
  save();
  show();
});
show();
