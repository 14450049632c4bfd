// Values to YAML. What is plain to read is written plainly; all else as a JSON string, which is YAML too.

// A letter first, so that nothing can be taken for a number, a date or a mark of YAML's own.
const PLAIN = /^\p{L}[\p{L}0-9 ,.()–/%-]*$/u;
const TAKEN = /^(y|yes|n|no|on|off|true|false|null)$/i;
const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** A value that is written as it stands: a number, a date or a choice. */
export class Bare {
  constructor(text) {
    this.text = String(text);
  }
}

const scalar = (value) => {
  if (value instanceof Bare) return value.text;
  if (typeof value === "boolean") return String(value);
  return PLAIN.test(value) && !TAKEN.test(value) && value === value.trim() ? value : JSON.stringify(value);
};

const isIds = (value) => Array.isArray(value) && value.every((item) => typeof item === "string" && ID.test(item));

const isScalar = (value) => typeof value !== "object" || value instanceof Bare;

// A list of ids stands on one line, and there "no" would not be an id but false.
const flow = (ids) => `[${ids.map((id) => (TAKEN.test(id) ? JSON.stringify(id) : id)).join(", ")}]`;

const entry = (key, value, indent) => {
  const name = `${indent}${TAKEN.test(key) ? JSON.stringify(key) : key}:`;
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

/** A case as a file. */
export const file = (values) => `# yaml-language-server: $schema=schema/case.json\n${block(values, "")}`;
