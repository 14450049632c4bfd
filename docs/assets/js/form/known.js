// The pages that are already sources on the site, fetched when there is something to compare them with.

/** Return the key that identifies a page: the version, and the address without scheme, `www.` and trailing slash. */
export const pageKey = (address, version = "") => `${address.trim().replace(/^https?:\/\/(www\.)?/, "").replace(/\/+$/, "")} ${version.trim()}`;

/** Return a function that gives the ids of the sources by page. Its first call fetches them, and then calls `onLoaded`. */
export const knownPages = (file, onLoaded) => {
  const ids = new Map();
  let isRequested = false;

  const request = async () => {
    try {
      const { items } = await (await fetch(file)).json();
      for (const { id, original_url: address, version } of items) ids.set(pageKey(address, version), id);
      onLoaded();
    } catch {
      // The form then misses duplicates of these pages, but the check of the submitted file reports them.
    }
  };

  return () => {
    if (!isRequested) request();
    isRequested = true;
    return ids;
  };
};
