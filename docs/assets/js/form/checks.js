// Validation of single values, with the patterns and messages that also validate case files.

// The white space of Python, which differs slightly from that of JavaScript.
const SPACE = "[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+";
const AROUND = new RegExp(`^${SPACE}|${SPACE}$`, "gu");

/** Strip white space from both ends of a text, as Python does. */
export const strip = (text) => text.replace(AROUND, "");

/** Create the checks from the patterns and messages embedded in the page. */
export const checker = ({ patterns, wording: messages }) => {
  const pattern = Object.fromEntries(Object.entries(patterns).map(([name, [source, flags]]) => [name, new RegExp(source, flags)]));
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  /** Return a problem, with the message and hint of its code and variant. */
  const problem = (code, values = {}, variant = "") => {
    const [message, hint] = messages[code][variant];
    return { code, message: fill(message, values), hint: fill(hint, values) };
  };

  const isPersonalNumber = (text) => {
    for (const [, ...parts] of text.matchAll(new RegExp(pattern.personalNumber, "gu"))) {
      const [, month, day] = parts.map(Number);
      if (month < 1 || month > 12 || day % 60 < 1 || day % 60 > 31) continue;
      // The check digit of a personal identity number (Luhn, SFS 1991:481 § 18).
      const sum = [...parts.join("")]
        .map((digit, position) => digit * (2 - (position % 2)))
        .reduce((total, part) => total + Math.floor(part / 10) + (part % 10), 0);
      if (sum % 10 === 0) return true;
    }
    return false;
  };

  const personalData = (text) => {
    if (isPersonalNumber(text)) return problem("K034");
    const email = text.match(pattern.email);
    if (email) return problem("K035", { text: email[0] });
    const telephone = text.match(pattern.telephone);
    return telephone ? problem("K036", { text: telephone[0] }) : null;
  };

  /** Return the first problem of a text, or null. */
  const text = (input, { least, most }) => {
    const value = strip(input);
    // Check the length first, as the validation of files does: searching a very long text for markup is slow.
    const length = [...value].length;
    if (length > most) return problem("K016", { length, limit: most });
    if (length > 0 && length < least) return problem("K017", { length, limit: least });
    const hidden = value.match(pattern.control);
    if (hidden) return problem("K040", { number: hidden[0].codePointAt(0).toString(16).toUpperCase().padStart(4, "0") });
    const markup = value.match(pattern.markup);
    if (markup) return problem("K018", { markup: [...markup[0].trim()].slice(0, 40).join("") });
    return personalData(value);
  };

  /** Return an address without its tracking parameters. */
  const withoutTracking = (address) => {
    const url = new URL(address);
    for (const key of [...url.searchParams.keys()]) if (pattern.tracking.test(key)) url.searchParams.delete(key);
    return url.href;
  };

  const address = (value) => {
    if (!pattern.address.test(value) || pattern.notInAddress.test(value) || !URL.canParse(value)) {
      return problem("K019", { address: [...value].slice(0, 60).join("") });
    }
    const key = [...new URL(value).searchParams.keys()].find((name) => pattern.tracking.test(name));
    return key ? problem("K020", { key, clean: withoutTracking(value) }) : null;
  };

  const date = (value) => {
    const [, year, month = "01", day = "01"] = value.match(pattern.date) ?? [];
    const parsed = new Date(`${year}-${month}-${day}T00:00:00Z`);
    const exists = !Number.isNaN(parsed.valueOf()) && parsed.toISOString().startsWith(`${year}-${month}-${day}`);
    return exists && year >= 1900 && year <= 2100 ? null : problem("K014", { date: [...value].slice(0, 40).join("") });
  };

  const number = (value, { form, least, most }) => {
    const isInteger = form === "integer";
    if (!(isInteger ? /^[0-9]+$/ : /^[0-9]+(\.[0-9]+)?$/).test(value)) {
      return problem("K009", { field: "det" }, isInteger ? "integer" : "number");
    }
    if (Number(value) < least) return problem("K043", { field: "talet", limit: least });
    return Number(value) > most ? problem("K043", { field: "talet", limit: most }, "most") : null;
  };

  const isId = (value) => pattern.slug.test(value) && value.length <= 60;

  return { problem, text, address, date, number, isId, check: { text, address, date, integer: number, number } };
};
