// Serialisation to YAML. Strings that are safe as plain scalars are written plainly; others as JSON, which is valid YAML.

// Begins with a letter, so that it cannot be parsed as a number, a date or YAML syntax.
const PLAIN = /^\p{L}[\p{L}0-9 ,.()–/%-]*$/u;
const RESERVED = /^(y|yes|n|no|on|off|true|false|null)$/i;
const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** A value that is written verbatim: a number, a date or a choice. */
export class Bare {
  constructor(text) {
    this.text = String(text);
  }
}

const scalar = (value) => {
  if (value instanceof Bare) return value.text;
  if (typeof value === "boolean") return String(value);
  return PLAIN.test(value) && !RESERVED.test(value) && value === value.trim() ? value : JSON.stringify(value);
};

const isIds = (value) => Array.isArray(value) && value.every((item) => typeof item === "string" && ID.test(item));

const isScalar = (value) => typeof value !== "object" || value instanceof Bare;

// Lists of ids are written on one line. Reserved words are quoted, since `no` would be parsed as false.
const flow = (ids) => `[${ids.map((id) => (RESERVED.test(id) ? JSON.stringify(id) : id)).join(", ")}]`;

const entry = (key, value, indent) => {
  const name = `${indent}${RESERVED.test(key) ? JSON.stringify(key) : key}:`;
  if (isScalar(value)) return `${name} ${scalar(value)}\n`;
  if (isIds(value)) return `${name} ${flow(value)}\n`;
  if (Array.isArray(value)) return `${name}\n${value.map((item) => listed(item, `${indent}  `)).join("")}`;
  return `${name}\n${block(value, `${indent}  `)}`;
};

const listed = (item, indent) => {
  if (isScalar(item)) return `${indent}- ${scalar(item)}\n`;
  return `${indent}- ${block(item, `${indent}  `).slice(indent.length + 2)}`;
};

const block = (values, indent) => Object.entries(values).map(([key, value]) => entry(key, value, indent)).join("");

/** Return the text of a case file. */
export const file = (values) => `# yaml-language-server: $schema=schema/case.json\n${block(values, "")}`;
