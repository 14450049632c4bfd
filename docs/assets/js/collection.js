// The pages that the reader has collected: their paths, kept in this browser and in the address of the page that
// shows them. Nothing is sent anywhere.

const KEY = "underlag";
const PATH = /^(?:[a-z0-9-]+\/){1,3}$/;

/** Return the paths that are valid, each once. Anybody can write an address, so it is never trusted. */
export const valid = (paths) => [...new Set(paths.filter((path) => PATH.test(path)))].slice(0, 30);

/** Return the collected paths. */
export const collected = () => {
  try {
    return valid(JSON.parse(localStorage.getItem(KEY) ?? "[]"));
  } catch {
    return [];
  }
};

/** Keep paths, and return whether the browser allowed it. */
export const keep = (paths) => {
  try {
    localStorage.setItem(KEY, JSON.stringify(valid(paths)));
    return true;
  } catch {
    return false;
  }
};
