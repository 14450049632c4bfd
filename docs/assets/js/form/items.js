// Adding and taking away what there can be several of, and keeping labels with what they name.

import { make } from "../make.js";
import { newId } from "./names.js";
import { control, identity, inside, raw, titled } from "./tree.js";

let latest = 0;

const describe = (target, ...found) => target.setAttribute("aria-describedby", found.map((element) => element.id).join(" "));

const own = (field, selector) => [...field.querySelectorAll(selector)]
  .filter((found) => found.closest("[data-form]") === field);

/** Give the parts of a field the ids by which a screen reader connects them. */
const connect = (field) => {
  latest += 1;
  const described = own(field, ".hint, .problem");
  described.forEach((element, position) => { element.id ||= `del-${latest}-${position}`; });
  const group = field.matches("fieldset") ? field : field.querySelector(":scope > fieldset");
  const target = group ?? control(field);
  target.id ||= `del-${latest}`;
  if (described.length) describe(target, ...described);
  if (!group) field.querySelector("label").htmlFor = target.id;
};

const connectAll = (root) => {
  for (const field of [root, ...root.querySelectorAll("[data-form]")]) {
    if (field.matches("[data-form]") && !field.matches("form, input")) connect(field);
  }
};

const number = (list) => {
  const { item } = list.dataset;
  inside(list).forEach((found, position) => {
    const name = list.dataset.form === "optional" ? item : `${item} ${position + 1}`;
    found.querySelector(".item-name").textContent = name;
    found.querySelector(":scope > fieldset > p > [data-remove]").textContent = `Ta bort ${name}`;
  });
  list.querySelector(":scope > p > [data-add]").hidden = list.dataset.form === "optional" && inside(list).length > 0;
};

/** Add an empty one to a list. Returns it. */
const add = (list) => {
  const item = list.querySelector(":scope > template").content.firstElementChild.cloneNode(true);
  list.querySelector(":scope > .items").append(item);
  connectAll(item);
  number(list);
  return item;
};

/** Take one away, but keep it at hand in case it was a mistake. */
const remove = (list, item) => {
  const name = item.querySelector(".item-name").textContent;
  const undo = make("button", { type: "button", className: "quiet" }, "Ångra");
  const place = make("li", { className: "removed" }, `Du tog bort ${name}. `, undo);
  undo.addEventListener("click", () => {
    place.replaceWith(item);
    number(list);
    item.dispatchEvent(new Event("input", { bubbles: true }));
    item.querySelector("input:not([type=hidden]), select, textarea").focus();
  });
  item.replaceWith(place);
  number(list);
  undo.focus();
};

/** Put back what `raw` took down. */
const fill = (field, kept) => {
  switch (field.dataset.form) {
    case "block": case "item":
      for (const found of inside(field)) {
        const name = found.dataset.under ? `${found.dataset.under}.${found.dataset.key}` : found.dataset.key ?? "";
        if (kept?.[name] !== undefined) fill(found, kept[name]);
      }
      break;
    case "list": case "register": case "optional":
      for (const one of kept) fill(add(field), one);
      break;
    case "choices":
      if (field.dataset.refers === "sources") field.dataset.kept = JSON.stringify(kept);
      for (const box of field.querySelectorAll("input")) box.checked = kept.includes(box.value);
      break;
    case "boolean": control(field).checked = kept; break;
    default: control(field).value = kept;
  }
};

/** What the form's lists can do, for a form. `sources` are those that any file may refer to. */
export const items = (form, sources) => {
  const register = form.querySelector("[data-form=register]");

  const freeId = () => {
    const taken = new Set(inside(register).map(identity));
    let number = 1;
    while (taken.has(newId(number))) number += 1;
    return newId(number);
  };

  /** Each place where sources are chosen shows those that there are now. */
  const offerSources = () => {
    const offered = inside(register).map((item, position) => [identity(item), titled(item) || `Källa ${position + 1}, utan titel`]);
    for (const field of form.querySelectorAll("[data-refers=sources]")) {
      const boxes = [...field.querySelectorAll("input")];
      const isNew = !boxes.length;
      const chosen = field.dataset.kept ? JSON.parse(field.dataset.kept) : boxes.filter((box) => box.checked).map((box) => box.value);
      delete field.dataset.kept;
      // With one source in all there is nothing to choose.
      if (isNew && !chosen.length && offered.length === 1) chosen.push(offered[0][0]);
      const rows = offered.map(([id, title]) => make("label", { className: "tick" },
        make("input", { type: "checkbox", value: id, checked: chosen.includes(id) }), " ", make("span", {}, title)));
      const none = make("p", { className: "hint" }, "Lägg först till en källa, under ", make("a", { href: "#kallor" }, "Källor"), ".");
      field.querySelector(".options").replaceChildren(...(rows.length ? rows : [none]));
    }
  };

  /** A source that the site has already needs no fields of its own. */
  const fold = (item) => {
    const isShared = Boolean(control(inside(item).find((found) => found.dataset.key === "shared")).value);
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

  const restore = (kept) => {
    const { sources: pages = [], ...rest } = kept;
    for (const page of pages) {
      const item = create(register);
      fill(item, page);
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
  return { register, restore, kept: () => raw(form) };
};
