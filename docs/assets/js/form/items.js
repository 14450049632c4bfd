// Adding and removing items of lists, and connecting labels to their controls.

import { make } from "../make.js";
import { newId } from "./names.js";
import { control, identity, inside, raw, sourceTitle } from "./tree.js";

let lastId = 0;

const describe = (target, ...descriptions) => target.setAttribute("aria-describedby", descriptions.map((element) => element.id).join(" "));

const own = (field, selector) => [...field.querySelectorAll(selector)]
  .filter((element) => element.closest("[data-form]") === field);

/** Connect the label, hint and message of a field to its control by ids, for screen readers. */
const connect = (field) => {
  lastId += 1;
  const descriptions = own(field, ".hint, .problem");
  descriptions.forEach((element, position) => { element.id ||= `del-${lastId}-${position}`; });
  const group = field.matches("fieldset") ? field : field.querySelector(":scope > fieldset");
  const target = group ?? control(field);
  target.id ||= `del-${lastId}`;
  if (descriptions.length) describe(target, ...descriptions);
  if (!group) field.querySelector("label").htmlFor = target.id;
};

const connectAll = (root) => {
  for (const field of [root, ...root.querySelectorAll("[data-form]")]) {
    if (field.matches("[data-form]") && !field.matches("form, input")) connect(field);
  }
};

const number = (list) => {
  const { item } = list.dataset;
  inside(list).forEach((child, position) => {
    const name = list.dataset.form === "optional" ? item : `${item} ${position + 1}`;
    child.querySelector(".item-name").textContent = name;
    child.querySelector(":scope > fieldset > p > [data-remove]").textContent = `Ta bort ${name}`;
  });
  list.querySelector(":scope > p > [data-add]").hidden = list.dataset.form === "optional" && inside(list).length > 0;
};

/** Add an empty item to a list, and return it. */
const add = (list) => {
  const item = list.querySelector(":scope > template").content.firstElementChild.cloneNode(true);
  list.querySelector(":scope > .items").append(item);
  connectAll(item);
  number(list);
  return item;
};

/** Remove an item, with a button to undo the removal. */
const remove = (list, item) => {
  const name = item.querySelector(".item-name").textContent;
  const undo = make("button", { type: "button", className: "quiet" }, "Ångra");
  const notice = make("li", { className: "removed" }, `Du tog bort ${name}. `, undo);
  undo.addEventListener("click", () => {
    notice.replaceWith(item);
    number(list);
    item.dispatchEvent(new Event("input", { bubbles: true }));
    item.querySelector("input:not([type=hidden]), select, textarea").focus();
  });
  item.replaceWith(notice);
  number(list);
  undo.focus();
};

/** Restore a field from the input that `raw` returned. */
const fill = (field, input) => {
  switch (field.dataset.form) {
    case "block": case "item":
      for (const inner of inside(field)) {
        const name = inner.dataset.under ? `${inner.dataset.under}.${inner.dataset.key}` : inner.dataset.key ?? "";
        if (input?.[name] !== undefined) fill(inner, input[name]);
      }
      break;
    case "list": case "register": case "optional":
      for (const itemInput of input) fill(add(field), itemInput);
      break;
    case "choices":
      if (field.dataset.refers === "sources") field.dataset.restored = JSON.stringify(input);
      for (const box of field.querySelectorAll("input")) box.checked = input.includes(box.value);
      break;
    case "boolean": control(field).checked = input; break;
    default: control(field).value = input;
  }
};

/** Connect the lists of a form. `sources` are the shared sources that any file may refer to. */
export const items = (form, sources) => {
  const register = form.querySelector("[data-form=register]");

  const freeId = () => {
    const taken = new Set(inside(register).map(identity));
    let number = 1;
    while (taken.has(newId(number))) number += 1;
    return newId(number);
  };

  /** Update every field for choosing sources to the current sources. */
  const offerSources = () => {
    const options = inside(register).map((item, position) => [identity(item), sourceTitle(item) || `Källa ${position + 1}, utan titel`]);
    for (const field of form.querySelectorAll("[data-refers=sources]")) {
      const boxes = [...field.querySelectorAll("input")];
      const isNew = !boxes.length;
      const chosen = field.dataset.restored ? JSON.parse(field.dataset.restored) : boxes.filter((box) => box.checked).map((box) => box.value);
      delete field.dataset.restored;
      // With a single source there is nothing to choose.
      if (isNew && !chosen.length && options.length === 1) chosen.push(options[0][0]);
      const rows = options.map(([id, title]) => make("label", { className: "tick" },
        make("input", { type: "checkbox", value: id, checked: chosen.includes(id) }), " ", make("span", {}, title)));
      const none = make("p", { className: "hint" }, "Lägg först till en källa, under ", make("a", { href: "#kallor" }, "Källor"), ".");
      field.querySelector(".options").replaceChildren(...(rows.length ? rows : [none]));
    }
  };

  /** Hide the fields of a source that the site already has. */
  const fold = (item) => {
    const isShared = Boolean(control(inside(item).find(({ dataset }) => dataset.key === "shared")).value);
    for (const field of inside(item).filter(({ dataset }) => !["id", "shared"].includes(dataset.key))) field.hidden = isShared;
  };

  const prepare = (item) => {
    const select = item.querySelector("[data-key=shared] select");
    select.append(...sources.map(({ id, title, publisher }) => make("option", { value: id }, `${title} (${publisher})`)));
  };

  const create = (list) => {
    const item = add(list);
    if (list === register) {
      prepare(item);
      item.querySelector("[data-form=id]").value = freeId();
      item.querySelector("[data-key=read] .control").value = new Date().toISOString().slice(0, 7);
    }
    return item;
  };

  const restore = (input) => {
    const { sources: sourceInputs = [], ...rest } = input;
    for (const sourceInput of sourceInputs) {
      const item = create(register);
      fill(item, sourceInput);
      fold(item);
    }
    fill(form, rest);
    offerSources();
  };

  form.addEventListener("click", ({ target }) => {
    const list = target.closest("fieldset.several");
    if (target.matches("[data-add]")) {
      create(list).querySelector("input:not([type=hidden]), select, textarea").focus();
      offerSources();
      form.dispatchEvent(new Event("input"));
    } else if (target.matches("[data-remove]")) {
      remove(list, target.closest(".item"));
      offerSources();
      form.dispatchEvent(new Event("input"));
    }
  });
  register.addEventListener("change", ({ target }) => { if (target.closest("[data-key=shared]")) fold(target.closest(".item")); });
  register.addEventListener("input", offerSources);

  connectAll(form);
  offerSources();
  return { register, restore, rawValues: () => raw(form) };
};
