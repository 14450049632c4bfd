// The buttons of a page: print, copy the link, copy the text, and collect the page.

import { collected, keep } from "./collection.js";

const actions = document.querySelector("[data-actions]");
const status = actions.parentElement.querySelector("[role=status]");

/** Return the visible text of the page, from its heading on, without controls, folded parts and citations. */
const text = () => {
  const copy = document.querySelector("article").cloneNode(true);
  copy.querySelectorAll("details, nav, .actions, .cite, .suggest, script, [hidden]").forEach((part) => part.remove());
  copy.querySelectorAll("li").forEach((item) => item.prepend("– "));
  const blocks = [...copy.querySelectorAll("h1, h2, h3, p, li")].filter((block) => !block.querySelector("p, li"));
  const lines = blocks.map((block) => block.textContent.replace(/\s+/g, " ").trim()).filter(Boolean);
  return `${lines.join("\n")}\n${location.href.split("#")[0]}\n`;
};

const say = (button, words) => {
  const label = button.textContent;
  status.textContent = words;
  button.textContent = words;
  setTimeout(() => { button.textContent = label; }, 2000);
};

const copy = async (button, content) => {
  try {
    await navigator.clipboard.writeText(content);
    say(button, "Kopierat");
  } catch {
    say(button, "Det gick inte att kopiera");
  }
};

const perform = {
  print: () => print(),
  "copy-link": (button) => copy(button, location.href.split("#")[0]),
  "copy-text": (button) => copy(button, text()),
  collect: (button) => {
    const { path } = button.dataset;
    say(button, keep([...collected(), path]) ? "Ligger i underlaget" : "Webbläsaren sparar inget");
  },
};

actions.hidden = false;
actions.addEventListener("click", ({ target }) => perform[target.dataset.action]?.(target));
