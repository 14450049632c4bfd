// The form as a tree of fields. The attribute `data-form` of a field gives its type.

import { strip } from "./checks.js";
import { idInFile } from "./names.js";
import { Bare } from "./yaml.js";

/** Return the fields directly inside a field. */
export const inside = (field) => [...field.querySelectorAll("[data-form]")]
  .filter((inner) => inner.parentElement.closest("[data-form]") === field);

/** Return the control of a field: an input, a select or a text area. */
export const control = (field) => (field.matches(".control") ? field : field.querySelector(".control"));

const checkedValues = (field) => [...field.querySelectorAll("input:checked")].map((box) => box.value);

const name = (field) => (field.dataset.under ? `${field.dataset.under}.${field.dataset.key}` : field.dataset.key ?? "");

const rawByName = (field) => Object.fromEntries(inside(field).map((inner) => [name(inner), raw(inner)]));

/** Return the unvalidated input of a field, from which it can be restored. */
export const raw = (field) => {
  switch (field.dataset.form) {
    case "block": case "item": return rawByName(field);
    case "list": case "register": case "optional": return inside(field).map(raw);
    case "choices": return checkedValues(field);
    case "boolean": return control(field).checked;
    default: return control(field).value;
  }
};

/**
 * Return the value of a field as it is written in the file; undefined when the field is empty.
 * Each problem is passed to `report`, with the field that it concerns.
 */
export const value = (field, checks, report) => {
  const { form, title, required } = field.dataset;
  const missing = (problem = checks.problem("K008", { title }, "form")) => {
    if (required !== undefined) report(field, problem);
  };
  switch (form) {
    case "block": return block(field, checks, report);
    case "item": {
      const [only] = inside(field);
      return only.dataset.key ? block(field, checks, report) : value(only, checks, report);
    }
    case "list": return list(field, checks, report, missing);
    case "optional": return inside(field).map((item) => block(item, checks, report))[0];
    case "register": return register(field, checks, report);
    case "choices": {
      const chosen = checkedValues(field);
      const what = field.dataset.refers === "tags" ? "tagg" : "källa";
      if (!chosen.length) missing(checks.problem("K044", { what }, "form-choose"));
      return chosen.length ? chosen.map((id) => idInFile(id, field)) : undefined;
    }
    case "boolean": return control(field).checked || undefined;
    default: return single(field, checks, report, missing);
  }
};

const limits = ({ least, most, form }) => ({ form, least: Number(least ?? -Infinity), most: Number(most ?? Infinity) });

const single = (field, checks, report, missing) => {
  const { form, initial } = field.dataset;
  const text = form === "text" ? control(field).value : control(field).value.trim();
  if (!strip(text)) return missing();
  if (form === "integer" || form === "number") {
    // Users write 4 000 000 and 3,5; the file has 4000000 and 3.5.
    const number = text.replace(/\s/g, "").replace(",", ".");
    report(field, checks.check[form](number, limits(field.dataset)));
    return new Bare(number);
  }
  report(field, checks.check[form]?.(text, limits(field.dataset)));
  if (form === "choice") return text === initial ? undefined : new Bare(text);
  if (form === "date") return new Bare(text);
  if (form === "municipality") return new Bare(JSON.stringify(text));
  return form === "reference" ? new Bare(text) : strip(text);
};

const block = (field, checks, report) => {
  const fields = inside(field);
  const facts = fields.filter((inner) => !inner.dataset.under);
  const values = Object.fromEntries(facts.map((fact) => [fact.dataset.key, value(fact, checks, report)])
    .filter(([, factValue]) => factValue !== undefined));
  const oneOf = field.dataset.oneOf?.split(" ");
  if (oneOf && oneOf.filter((key) => key in values).length !== 1) {
    report(field, checks.problem("K045", {}, "form"));
  }
  if (values.start && values.end && values.end.text < values.start.text.slice(0, values.end.text.length)) {
    report(fields.find(({ dataset }) => dataset.key === "end"),
      checks.problem("K015", { end: values.end.text, start: values.start.text }));
  }
  for (const basis of fields.filter(({ dataset }) => dataset.under)) addBasis(basis, values, checks, report);
  return Object.keys(values).length ? values : undefined;
};

/** Add the sources of a fact to the values. Their field is shown only when the fact has a value. */
const addBasis = (field, values, checks, report) => {
  const { key, under } = field.dataset;
  field.hidden = values[key] === undefined;
  if (field.hidden) return;
  const basis = block(field, checks, report);
  if (basis) values[under] = { ...values[under], [key]: basis };
};

const list = (field, checks, report, missing) => {
  const items = inside(field);
  const { least, most, item: what } = field.dataset;
  if (items.length < (least ?? 0)) missing(checks.problem("K044", { limit: least, what }, "form-few"));
  if (items.length > (most ?? Infinity)) report(field, checks.problem("K044", { limit: most, what }, "form-many"));
  const values = items.map((child) => value(child, checks, report)).filter((itemValue) => itemValue !== undefined);
  return values.length ? values : undefined;
};

/** Return the new sources by id. Sources that the site already has are only referred to. */
const register = (field, checks, report) => {
  const entries = inside(field).filter((item) => !shared(item)).map((item) => {
    const { id, shared: _, ...source } = value(item, checks, report) ?? {};
    return [idInFile(identity(item), item), source];
  });
  return entries.length ? Object.fromEntries(entries) : undefined;
};

const controlOf = (item, key) => control(inside(item).find(({ dataset }) => dataset.key === key));

/** Return the id of the selected source that the site already has; empty when the source is new. */
export const shared = (item) => controlOf(item, "shared").value;

/** Return the id of a source within the form. */
export const identity = (item) => shared(item) || controlOf(item, "id").value;

/** Return the title of a source; empty when none has been entered. */
export const sourceTitle = (item) => (shared(item) ? controlOf(item, "shared").selectedOptions[0].text : controlOf(item, "title").value);
