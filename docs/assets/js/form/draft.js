// The draft, stored only in this browser.

const STORAGE_KEY = "ideslussar-utkast";

/** Return the stored draft, or null when there is none or the browser has no storage. */
export const loadDraft = () => {
  try {
    return JSON.parse(localStorage.getItem(STORAGE_KEY)) ?? null;
  } catch {
    return null;
  }
};

/** Store a draft. Returns whether it succeeded. */
export const saveDraft = (draft) => {
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
};

/** Delete the stored draft. */
export const deleteDraft = () => {
  try {
    localStorage.removeItem(STORAGE_KEY);
  } catch {
    // Without storage there is nothing to delete.
  }
};
