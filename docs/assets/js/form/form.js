// The form that makes a file out of what a person knows. All of it stays in the browser until it is sent.

import { checker } from "./checks.js";
import { forget, keep, kept } from "./draft.js";
import { items } from "./items.js";
import { knownPages } from "./known.js";
import { asId, fileName as nameOf } from "./names.js";
import { reviewer } from "./review.js";
import { sending } from "./send.js";
import { file } from "./yaml.js";

const form = document.getElementById("fallet");
const fileName = form.querySelector("#filnamn");
const rules = JSON.parse(form.dataset.rules);
const checks = checker(rules);
const lists = items(form, rules.sources);
const review = reviewer(form, rules, checks, lists.register, knownPages(form.dataset.sources, () => update()));

let found = { values: {}, isWhole: false };
const finished = () => ({ name: `${nameOf(form)}.yml`, text: file(found.values) });
const send = sending(form, rules, finished);

/** A name for the file, after the place, until the person has chosen one. */
const proposeName = () => {
  if (fileName.dataset.chosen) return;
  const place = form.querySelector("[data-key=place] .control").value;
  fileName.value = asId(place);
};

/** The description of what is chosen from the catalogue, so that it is chosen knowingly. */
const describe = (select) => {
  const { says = "", page } = select.selectedOptions[0].dataset;
  const place = select.parentElement.querySelector(".said");
  const link = Object.assign(document.createElement("a"), { href: page ?? "", textContent: "Läs mer", target: "_blank" });
  place.replaceChildren(...(says ? [says, " ", link] : []));
  place.hidden = !says;
};

const update = () => {
  proposeName();
  found = review();
  for (const select of form.querySelectorAll("[data-describes]")) describe(select);
  send();
};

const saved = (text) => { form.querySelector("[data-saved]").textContent = text; };

const save = () => {
  const draft = { fields: lists.kept(), name: fileName.dataset.chosen ? fileName.value : "" };
  saved(keep(draft) ? "Utkastet är sparat i den här webbläsaren." : "Webbläsaren sparar inget utkast. Ladda ner filen innan du lämnar sidan.");
};

fileName.addEventListener("input", () => { fileName.dataset.chosen = fileName.value && "yes"; });
form.addEventListener("input", () => { update(); save(); });
form.addEventListener("focusout", () => setTimeout(update));
form.addEventListener("submit", (event) => event.preventDefault());
form.querySelector("[data-clear]").addEventListener("click", () => {
  if (!window.confirm("Vill du tömma formuläret? Det du har skrivit försvinner.")) return;
  forget();
  location.reload();
});

const draft = kept();
if (draft) {
  lists.restore(draft.fields);
  fileName.value = draft.name;
  fileName.dataset.chosen = draft.name && "yes";
  saved("Utkastet från ditt förra besök är tillbaka.");
}
form.hidden = false;
document.querySelector(".without-script").hidden = true;
update();
