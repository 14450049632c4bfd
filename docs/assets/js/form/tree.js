// The form as a tree. Every field says by `data-form` how it is filled in; fields stand inside fields.

import { strip } from "./checks.js";
import { idInFile } from "./names.js";
import { Bare } from "./yaml.js";

/** The fields directly inside one. */
export const inside = (field) => [...field.querySelectorAll("[data-form]")]
  .filter((found) => found.parentElement.closest("[data-form]") === field);

/** What is typed into a field: an input, a select or a text area. */
export const control = (field) => (field.matches(".control") ? field : field.querySelector(".control"));

const ticked = (field) => [...field.querySelectorAll("input:checked")].map((box) => box.value);

const name = (field) => (field.dataset.under ? `${field.dataset.under}.${field.dataset.key}` : field.dataset.key ?? "");

const byName = (field) => Object.fromEntries(inside(field).map((found) => [name(found), raw(found)]));

/** What has been typed and chosen, as it stands, so that it can be put back. */
export const raw = (field) => {
  switch (field.dataset.form) {
    case "block": case "item": return byName(field);
    case "list": case "register": case "optional": return inside(field).map(raw);
    case "choices": return ticked(field);
    case "boolean": return control(field).checked;
    default: return control(field).value;
  }
};

/**
 * What a field holds, as it is written in the file; undefined when there is nothing.
 * Every mistake on the way is told to `report`, with the field that it is in.
 */
export const value = (field, checks, report) => {
  const { form, title, required } = field.dataset;
  const missing = (problem = checks.told("K008", { title }, "form")) => {
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
      const chosen = ticked(field);
      const what = field.dataset.refers === "tags" ? "tagg" : "källa";
      if (!chosen.length) missing(checks.told("K044", { what }, "form-choose"));
      return chosen.length ? chosen.map((id) => idInFile(id, field)) : undefined;
    }
    case "boolean": return control(field).checked || undefined;
    default: return single(field, checks, report, missing);
  }
};

const limits = ({ least, most, form }) => ({ form, least: Number(least ?? -Infinity), most: Number(most ?? Infinity) });

const single = (field, checks, report, missing) => {
  const { form, initial } = field.dataset;
  const written = form === "text" ? control(field).value : control(field).value.trim();
  if (!strip(written)) return missing();
  if (form === "integer" || form === "number") {
    // A person writes 4 000 000 and 3,5; the file wants 4000000 and 3.5.
    const plain = written.replace(/\s/g, "").replace(",", ".");
    report(field, checks.check[form](plain, limits(field.dataset)));
    return new Bare(plain);
  }
  report(field, checks.check[form]?.(written, limits(field.dataset)));
  if (form === "choice") return written === initial ? undefined : new Bare(written);
  if (form === "date") return new Bare(written);
  if (form === "municipality") return new Bare(JSON.stringify(written));
  return form === "reference" ? new Bare(written) : strip(written);
};

const block = (field, checks, report) => {
  const found = inside(field);
  const facts = found.filter((part) => !part.dataset.under);
  const values = Object.fromEntries(facts.map((part) => [part.dataset.key, value(part, checks, report)])
    .filter(([, held]) => held !== undefined));
  const oneOf = field.dataset.oneOf?.split(" ");
  if (oneOf && oneOf.filter((key) => key in values).length !== 1) {
    report(field, checks.told("K045", {}, "form"));
  }
  if (values.start && values.end && values.end.text < values.start.text.slice(0, values.end.text.length)) {
    report(found.find((part) => part.dataset.key === "end"),
      checks.told("K015", { end: values.end.text, start: values.start.text }));
  }
  for (const part of found.filter(({ dataset }) => dataset.under)) ground(part, values, checks, report);
  return Object.keys(values).length ? values : undefined;
};

/** The sources of a fact: asked for when the fact is there, and only then. */
const ground = (part, values, checks, report) => {
  const { key, under } = part.dataset;
  part.hidden = values[key] === undefined;
  if (part.hidden) return;
  const basis = block(part, checks, report);
  if (basis) values[under] = { ...values[under], [key]: basis };
};

const list = (field, checks, report, missing) => {
  const items = inside(field);
  const { least, most, item: what } = field.dataset;
  if (items.length < (least ?? 0)) missing(checks.told("K044", { limit: least, what }, "form-few"));
  if (items.length > (most ?? Infinity)) report(field, checks.told("K044", { limit: most, what }, "form-many"));
  const values = items.map((found) => value(found, checks, report)).filter((held) => held !== undefined);
  return values.length ? values : undefined;
};

/** The sources that are new. Those that the site has already are only referred to. */
const register = (field, checks, report) => {
  const entries = inside(field).filter((item) => !shared(item)).map((item) => {
    const { id, shared: _, ...source } = value(item, checks, report) ?? {};
    return [idInFile(identity(item), item), source];
  });
  return entries.length ? Object.fromEntries(entries) : undefined;
};

const part = (item, key) => control(inside(item).find((found) => found.dataset.key === key));

/** The id of the source that the site has already, when one is chosen. */
export const shared = (item) => part(item, "shared").value;

/** The id that a source is referred to by within the form. */
export const identity = (item) => shared(item) || part(item, "id").value;

/** The title of a source, as far as it has been written. */
export const titled = (item) => (shared(item) ? part(item, "shared").selectedOptions[0].text : part(item, "title").value);
