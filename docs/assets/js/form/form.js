// The form that produces a case file. The content stays in the browser until the user sends it.

import { checker } from "./checks.js";
import { deleteDraft, loadDraft, saveDraft } from "./draft.js";
import { items } from "./items.js";
import { knownPages } from "./known.js";
import { asId, fileName as nameOf } from "./names.js";
import { reviewer } from "./review.js";
import { connectSending } from "./send.js";
import { file } from "./yaml.js";

const form = document.getElementById("fallet");
const fileName = form.querySelector("#filnamn");
const rules = JSON.parse(form.dataset.rules);
const checks = checker(rules);
const lists = items(form, rules.sources);
const review = reviewer(form, rules, checks, lists.register, knownPages(form.dataset.sources, () => update()));

let values = {};
const currentFile = () => ({ name: `${nameOf(form)}.yml`, text: file(values) });
const updateSending = connectSending(form, rules, currentFile);

/** Propose a file name based on the place, until the user has chosen one. */
const proposeName = () => {
  if (fileName.dataset.chosen) return;
  const place = form.querySelector("[data-key=place] .control").value;
  fileName.value = asId(place);
};

/** Show the description of the record that is selected from the catalogue. */
const describe = (select) => {
  const { says = "", page } = select.selectedOptions[0].dataset;
  const description = select.parentElement.querySelector(".said");
  const link = Object.assign(document.createElement("a"), { href: page ?? "", textContent: "Läs mer", target: "_blank" });
  description.replaceChildren(...(says ? [says, " ", link] : []));
  description.hidden = !says;
};

const update = () => {
  proposeName();
  values = review();
  for (const select of form.querySelectorAll("[data-describes]")) describe(select);
  updateSending();
};

const showSaved = (text) => { form.querySelector("[data-saved]").textContent = text; };

const save = () => {
  const draft = { fields: lists.rawValues(), name: fileName.dataset.chosen ? fileName.value : "" };
  showSaved(saveDraft(draft) ? "Utkastet är sparat i den här webbläsaren." : "Webbläsaren sparar inget utkast. Ladda ner filen innan du lämnar sidan.");
};

fileName.addEventListener("input", () => { fileName.dataset.chosen = fileName.value && "yes"; });
form.addEventListener("input", () => { update(); save(); });
form.addEventListener("focusout", () => setTimeout(update));
form.addEventListener("submit", (event) => event.preventDefault());
form.querySelector("[data-clear]").addEventListener("click", () => {
  if (!window.confirm("Vill du tömma formuläret? Det du har skrivit försvinner.")) return;
  deleteDraft();
  location.reload();
});

const draft = loadDraft();
if (draft) {
  lists.restore(draft.fields);
  fileName.value = draft.name;
  fileName.dataset.chosen = draft.name && "yes";
  showSaved("Utkastet från ditt förra besök är tillbaka.");
}
form.hidden = false;
document.querySelector(".without-script").hidden = true;
update();
