// The draft, kept in this browser and nowhere else.

const PLACE = "ideslussar-utkast";

/** What was kept, or nothing when there is none or the browser keeps nothing. */
export const kept = () => {
  try {
    return JSON.parse(localStorage.getItem(PLACE)) ?? null;
  } catch {
    return null;
  }
};

/** Keep a draft. Tells whether the browser did. */
export const keep = (draft) => {
  try {
    localStorage.setItem(PLACE, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
};

/** Forget the draft. */
export const forget = () => {
  try {
    localStorage.removeItem(PLACE);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
};
