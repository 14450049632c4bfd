// The review of the form: each problem is shown beside its field, and in a list with links to the fields.

import { make } from "../make.js";
import { pageKey } from "./known.js";
import { idInFile } from "./names.js";
import { control, identity, inside, shared, value } from "./tree.js";

const messageOf = (field) => [...field.querySelectorAll(".problem")].find((element) => element.closest("[data-form]") === field);

const target = (field) => {
  if (field.matches(".choices")) return field.querySelector("input") ?? field.querySelector("a") ?? field;
  if (field.matches("fieldset.several")) return field.querySelector(":scope > p > [data-add]");
  return control(field) ?? field;
};

const sentence = ({ message, hint }) => `${message[0].toUpperCase()}${message.slice(1)}.${hint ? ` ${hint}.` : ""}`;

/** Return the full name of a field, preceded by the name of the item or block that contains it. */
const fullName = (field) => {
  const container = field.parentElement.closest(".item, fieldset.block");
  const containerName = container?.querySelector(".item-name")?.textContent ?? container?.dataset.title ?? "";
  const name = field.dataset.under ? `Källa till ${titleOf(field.dataset.key, field)}` : field.dataset.title ?? "";
  return [containerName && `${containerName[0].toUpperCase()}${containerName.slice(1)}`, name].filter(Boolean).join(": ");
};

const titleOf = (key, field) => [...field.closest("section").querySelectorAll(`[data-key="${key}"]`)]
  .find(({ dataset }) => !dataset.under).dataset.title.toLowerCase();

/** Create the review of a form. `pages` returns the ids of the sources that the site already has, by page. */
export const reviewer = (form, rules, checks, register, pages) => {
  const fileName = form.querySelector("#filnamn");
  // Fields that have lost focus, and whose problems may therefore be shown.
  const touched = new WeakSet();
  let isAllShown = false;

  const nameProblem = (id) => {
    if (!checks.isId(id)) return sentence(checks.problem("K041", { id }));
    return rules.cases.includes(id) ? sentence(checks.problem("K055", { name: `${id}.yml` }, "form")) : "";
  };

  const checkSources = (report) => {
    const cited = new Set([...form.querySelectorAll("[data-refers=sources] input:checked")]
      .filter((box) => !box.closest("[hidden]")).map((box) => box.value));
    const items = inside(register);
    const seen = new Map(items.length ? pages() : []);
    for (const item of items) {
      const id = idInFile(identity(item), item);
      if (shared(item)) continue;
      if (!cited.has(identity(item))) report(item, checks.problem("K027", { source: id }));
      const [url, version] = ["url", "version"].map((name) => inside(item).find(({ dataset }) => dataset.key === name));
      const key = pageKey(control(url).value, control(version).value);
      if (seen.has(key)) report(url, checks.problem("K028", { source: seen.get(key) }));
      else if (control(url).value.trim()) seen.set(key, id);
    }
  };

  const examine = () => {
    const problems = new Map();
    const report = (field, problem) => { if (problem && !problems.has(field)) problems.set(field, problem); };
    const values = value(form, checks, report) ?? {};
    if (!values.lessons) report(form.querySelector("[data-key=lessons]"), checks.problem("K038"));
    checkSources(report);
    const ordered = Object.fromEntries(rules.keys.filter((key) => key in values).map((key) => [key, values[key]]));
    return { values: ordered, problems };
  };

  const isShown = (field, { code }) => isAllShown || (touched.has(field) && !["K008", "K027", "K038", "K044", "K045"].includes(code));

  const showBeside = (problems) => {
    for (const field of form.querySelectorAll("[data-form]")) {
      const message = messageOf(field);
      if (!message) continue;
      const problem = problems.get(field);
      const isWrong = Boolean(problem) && isShown(field, problem);
      message.textContent = isWrong ? sentence(problem) : "";
      message.hidden = !isWrong;
      control(field)?.toggleAttribute?.("aria-invalid", false);
      if (isWrong && !field.matches("fieldset")) control(field).setAttribute("aria-invalid", "true");
    }
  };

  const showSections = (problems) => {
    for (const state of form.querySelectorAll("[data-state]")) {
      const section = document.getElementById(state.dataset.state);
      const remaining = [...problems.keys()].filter((field) => section.contains(field)).length;
      state.textContent = remaining ? `${remaining} kvar` : "klar";
      state.classList.toggle("done", !remaining);
    }
  };

  const showList = (problems, fileNameProblem) => {
    const rows = [...problems].map(([field, problem]) => {
      const link = make("a", { href: `#${target(field).id ||= `till-${field.id}`}` }, fullName(field) || "Formuläret");
      link.addEventListener("click", (event) => {
        event.preventDefault();
        isAllShown = true;
        showBeside(problems);
        target(field).focus();
      });
      return make("li", {}, link, `: ${problem.code === "K008" ? "saknas." : sentence(problem)}`);
    });
    if (fileNameProblem) rows.push(make("li", {}, make("a", { href: "#filnamn" }, "Filens namn"), `: ${fileNameProblem}`));
    form.querySelector("[data-problems]").replaceChildren(...rows);
    form.querySelector("[data-count]").textContent = rows.length
      ? `${rows.length} ${rows.length === 1 ? "sak" : "saker"} kvar. Kan du inte fylla i allt går det bra att skicka ändå, så hjälps vi åt.`
      : "Allt som behövs finns med.";
  };

  const showNameProblem = (problem) => {
    const message = form.querySelector("#filnamn-fel");
    const isWrong = Boolean(problem) && (isAllShown || touched.has(fileName));
    message.textContent = isWrong ? problem : "";
    message.hidden = !isWrong;
    fileName.toggleAttribute("aria-invalid", isWrong);
  };

  form.addEventListener("focusout", ({ target: blurred }) => {
    touched.add(blurred === fileName ? fileName : blurred.closest("[data-form]"));
  });

  /** Validate the form, show its problems, and return the values of the file. */
  return () => {
    const { values, problems } = examine();
    const fileNameProblem = nameProblem(fileName.value);
    showBeside(problems);
    showSections(problems);
    showList(problems, fileNameProblem);
    showNameProblem(fileNameProblem);
    return values;
  };
};
