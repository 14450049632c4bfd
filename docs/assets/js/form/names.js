// Names of the file and ids of its new sources.

const LONGEST = 60;

/** Convert a text to an id: lower-case letters a–z, digits and hyphens. */
export const asId = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "")
  .replace(/[^a-z0-9]+/g, "-").slice(0, LONGEST).replace(/^-|-$/g, "");

/** Return the name of the file without its extension, or a placeholder when none is given. */
export const fileName = (form) => form.querySelector("#filnamn").value || "kommunens-namn";

/** Return the id of a new source within the form, which does not depend on the name of the file. */
export const newId = (number) => `#${number}`;

/** Return the id of a source in the file. New ids begin with the name of the file, since ids are unique across files. */
export const idInFile = (id, field) => id.replace(/^#/, () => `${asId(fileName(field.closest("form"))).slice(0, LONGEST - 4)}-`.replace(/-+$/, "-"));
