// What the file and its new sources are called.

const LONGEST = 60;

/** A text as an id: small letters a–z, digits and hyphens. */
export const asId = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "")
  .replace(/[^a-z0-9]+/g, "-").slice(0, LONGEST).replace(/^-|-$/g, "");

/** The name of the file, without its ending, as far as there is one. */
export const fileName = (form) => form.querySelector("#filnamn").value || "kommunens-namn";

/** A new source within the form, where files have no part in what it is called. */
export const newId = (number) => `#${number}`;

/** The id of a source in the file: a new one is named after the file, since no two files may have a source of the same id. */
export const idInFile = (id, field) => id.replace(/^#/, () => `${asId(fileName(field.closest("form"))).slice(0, LONGEST - 4)}-`.replace(/-+$/, "-"));
