// What a single value may be. The patterns and the words are the reader's own, given to the page.

// What Python takes for white space, which is not quite what JavaScript does.
const SPACE = "[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+";
const AROUND = new RegExp(`^${SPACE}|${SPACE}$`, "gu");

/** A text without white space around it, as the reader takes it. */
export const strip = (text) => text.replace(AROUND, "");

/** The checks, made of the patterns and the words that the page was given. */
export const checker = ({ patterns, wording }) => {
  const pattern = Object.fromEntries(Object.entries(patterns).map(([name, [source, flags]]) => [name, new RegExp(source, flags)]));
  const fill = (text, found) => text.replace(/\{(\w+)\}/g, (_, name) => found[name]);

  /** A mistake, told as the reader tells it. */
  const told = (code, found = {}, variant = "") => {
    const [message, hint] = wording[code][variant];
    return { code, message: fill(message, found), hint: fill(hint, found) };
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
    if (isPersonalNumber(text)) return told("K034");
    const email = text.match(pattern.email);
    if (email) return told("K035", { text: email[0] });
    const telephone = text.match(pattern.telephone);
    return telephone ? told("K036", { text: telephone[0] }) : null;
  };

  /** What is wrong with a text, if anything. */
  const text = (typed, { least, most }) => {
    const written = strip(typed);
    // The length comes first, as in the reader: looking for markup takes time in a text without end.
    const length = [...written].length;
    if (length > most) return told("K016", { length, limit: most });
    if (length > 0 && length < least) return told("K017", { length, limit: least });
    const hidden = written.match(pattern.control);
    if (hidden) return told("K040", { number: hidden[0].codePointAt(0).toString(16).toUpperCase().padStart(4, "0") });
    const markup = written.match(pattern.markup);
    if (markup) return told("K018", { markup: [...markup[0].trim()].slice(0, 40).join("") });
    return personalData(written);
  };

  /** The address without the parameters that point out a reader or a campaign. */
  const withoutTracking = (address) => {
    const found = new URL(address);
    for (const key of [...found.searchParams.keys()]) if (pattern.tracking.test(key)) found.searchParams.delete(key);
    return found.href;
  };

  const address = (written) => {
    if (!pattern.address.test(written) || pattern.notInAddress.test(written) || !URL.canParse(written)) {
      return told("K019", { address: [...written].slice(0, 60).join("") });
    }
    const key = [...new URL(written).searchParams.keys()].find((name) => pattern.tracking.test(name));
    return key ? told("K020", { key, clean: withoutTracking(written) }) : null;
  };

  const date = (written) => {
    const [, year, month = "01", day = "01"] = written.match(pattern.date) ?? [];
    const found = new Date(`${year}-${month}-${day}T00:00:00Z`);
    const exists = !Number.isNaN(found.valueOf()) && found.toISOString().startsWith(`${year}-${month}-${day}`);
    return exists && year >= 1900 && year <= 2100 ? null : told("K014", { date: [...written].slice(0, 40).join("") });
  };

  const number = (written, { form, least, most }) => {
    const whole = form === "integer";
    if (!(whole ? /^[0-9]+$/ : /^[0-9]+(\.[0-9]+)?$/).test(written)) {
      return told("K009", { field: "det" }, whole ? "integer" : "number");
    }
    if (Number(written) < least) return told("K043", { field: "talet", limit: least });
    return Number(written) > most ? told("K043", { field: "talet", limit: most }, "most") : null;
  };

  const isId = (written) => pattern.slug.test(written) && written.length <= 60;

  return { told, text, address, date, number, isId, check: { text, address, date, integer: number, number } };
};
