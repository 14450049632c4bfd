// The pages that the site has as sources already, fetched when there is something to compare with them.

/** What tells one page from another: the address without scheme, `www.` and a slash at the end, and the version. */
export const page = (address, version = "") => `${address.trim().replace(/^https?:\/\/(www\.)?/, "").replace(/\/+$/, "")} ${version.trim()}`;

/** A function that gives the id of each page's source. It asks the site the first time; `arrived` is called when there is more. */
export const knownPages = (file, arrived) => {
  const found = new Map();
  let isAsked = false;

  const ask = async () => {
    try {
      const { items } = await (await fetch(file)).json();
      for (const { id, original_url: address, version } of items) found.set(page(address, version), id);
      arrived();
    } catch {
      // Without them the form says less. The check of the file, which comes after, says all.
    }
  };

  return () => {
    if (!isAsked) ask();
    isAsked = true;
    return found;
  };
};
