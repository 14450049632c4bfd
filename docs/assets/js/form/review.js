// What is left to do: every mistake beside its field, and all of them in a list that leads there.

import { make } from "../make.js";
import { page } from "./known.js";
import { idInFile } from "./names.js";
import { control, identity, inside, shared, value } from "./tree.js";

const own = (field) => [...field.querySelectorAll(".problem")].find((found) => found.closest("[data-form]") === field);

const target = (field) => {
  if (field.matches(".choices")) return field.querySelector("input") ?? field.querySelector("a") ?? field;
  if (field.matches("fieldset.several")) return field.querySelector(":scope > p > [data-add]");
  return control(field) ?? field;
};

const sentence = ({ message, hint }) => `${message[0].toUpperCase()}${message.slice(1)}.${hint ? ` ${hint}.` : ""}`;

/** What a field is called where it is not seen: its own name, after that of what it is in. */
const called = (field) => {
  const around = field.parentElement.closest(".item, fieldset.block");
  const place = around?.querySelector(".item-name")?.textContent ?? around?.dataset.title ?? "";
  const name = field.dataset.under ? `Källa till ${titleOf(field.dataset.key, field)}` : field.dataset.title ?? "";
  return [place && `${place[0].toUpperCase()}${place.slice(1)}`, name].filter(Boolean).join(": ");
};

const titleOf = (key, field) => [...field.closest("section").querySelectorAll(`[data-key="${key}"]`)]
  .find((found) => !found.dataset.under).dataset.title.toLowerCase();

/** The review of a form. `pages` gives the sources that the site has already. */
export const reviewer = (form, rules, checks, register, pages) => {
  const fileName = form.querySelector("#filnamn");
  // The fields that have been left, which may show their mistakes.
  const touched = new WeakSet();
  let everything = false;

  const nameProblem = (id) => {
    if (!checks.isId(id)) return sentence(checks.told("K041", { id }));
    return rules.cases.includes(id) ? sentence(checks.told("K055", { name: `${id}.yml` }, "form")) : "";
  };

  const ofSources = (report) => {
    const cited = new Set([...form.querySelectorAll("[data-refers=sources] input:checked")]
      .filter((box) => !box.closest("[hidden]")).map((box) => box.value));
    const items = inside(register);
    const seen = new Map(items.length ? pages() : []);
    for (const item of items) {
      const id = idInFile(identity(item), item);
      if (shared(item)) continue;
      if (!cited.has(identity(item))) report(item, checks.told("K027", { source: id }));
      const [url, version] = ["url", "version"].map((key) => inside(item).find(({ dataset }) => dataset.key === key));
      const written = page(control(url).value, control(version).value);
      if (seen.has(written)) report(url, checks.told("K028", { source: seen.get(written) }));
      else if (control(url).value.trim()) seen.set(written, id);
    }
  };

  const examine = () => {
    const problems = new Map();
    const report = (field, problem) => { if (problem && !problems.has(field)) problems.set(field, problem); };
    const values = value(form, checks, report) ?? {};
    if (!values.lessons) report(form.querySelector("[data-key=lessons]"), checks.told("K038"));
    ofSources(report);
    const ordered = Object.fromEntries(rules.keys.filter((key) => key in values).map((key) => [key, values[key]]));
    return { values: ordered, problems };
  };

  const isShown = (field, { code }) => everything || (touched.has(field) && !["K008", "K027", "K038", "K044", "K045"].includes(code));

  const showBeside = (problems) => {
    for (const field of form.querySelectorAll("[data-form]")) {
      const place = own(field);
      if (!place) continue;
      const problem = problems.get(field);
      const isWrong = Boolean(problem) && isShown(field, problem);
      place.textContent = isWrong ? sentence(problem) : "";
      place.hidden = !isWrong;
      control(field)?.toggleAttribute?.("aria-invalid", false);
      if (isWrong && !field.matches("fieldset")) control(field).setAttribute("aria-invalid", "true");
    }
  };

  const showSections = (problems) => {
    for (const state of form.querySelectorAll("[data-state]")) {
      const section = document.getElementById(state.dataset.state);
      const left = [...problems.keys()].filter((field) => section.contains(field)).length;
      state.textContent = left ? `${left} kvar` : "klar";
      state.classList.toggle("done", !left);
    }
  };

  const showList = (problems, wrongName) => {
    const rows = [...problems].map(([field, problem]) => {
      const link = make("a", { href: `#${target(field).id ||= `till-${field.id}`}` }, called(field) || "Formuläret");
      link.addEventListener("click", (event) => {
        event.preventDefault();
        everything = true;
        showBeside(problems);
        target(field).focus();
      });
      return make("li", {}, link, `: ${problem.code === "K008" ? "saknas." : sentence(problem)}`);
    });
    if (wrongName) rows.push(make("li", {}, make("a", { href: "#filnamn" }, "Filens namn"), `: ${wrongName}`));
    form.querySelector("[data-problems]").replaceChildren(...rows);
    form.querySelector("[data-count]").textContent = rows.length
      ? `${rows.length} ${rows.length === 1 ? "sak" : "saker"} kvar. Kan du inte fylla i allt går det bra att skicka ändå, så hjälps vi åt.`
      : "Allt som behövs finns med.";
  };

  const showName = (wrong) => {
    const place = form.querySelector("#filnamn-fel");
    const isWrong = Boolean(wrong) && (everything || touched.has(fileName));
    place.textContent = isWrong ? wrong : "";
    place.hidden = !isWrong;
    fileName.toggleAttribute("aria-invalid", isWrong);
  };

  form.addEventListener("focusout", ({ target: left }) => {
    touched.add(left === fileName ? fileName : left.closest("[data-form]"));
  });

  /** Look through the form, show what is wrong, and return what the file holds. */
  return () => {
    const { values, problems } = examine();
    const wrongName = nameProblem(fileName.value);
    showBeside(problems);
    showSections(problems);
    showList(problems, wrongName);
    showName(wrongName);
    return { values, isWhole: problems.size === 0 && !wrongName };
  };
};
