// The ways out: to GitHub, by letter, as a file, or copied. Nothing leaves before the person asks.

// A longer address is refused by GitHub, and by some programs for letters.
const LONGEST_ADDRESS = 7500;
const LONGEST_LETTER = 1800;

const letter = (name) => `Hej!

Här är en beskrivning av vår idésluss. Filen ${name} är bifogad.

Om något är oklart når ni mig på den här adressen.`;

const copy = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
};

/** Connect the ways out. `finished` gives the file's name and text as they are. */
export const sending = (form, { repository, contact }, finished) => {
  const part = (name) => form.querySelector(`[data-${name}]`);
  const tell = (text) => { part("sent").textContent = text; };
  let latest = "";

  part("github").hidden = !repository;
  part("mail").hidden = !contact;

  const toGitHub = ({ name, text }) => {
    const empty = `${repository}/new/main/cases?${new URLSearchParams({ filename: name })}`;
    const filled = `${empty}&${new URLSearchParams({ value: text })}`;
    const fits = filled.length <= LONGEST_ADDRESS;
    part("github-link").href = fits ? filled : empty;
    part("github-link").dataset.copies = fits ? "" : "yes";
    part("github-note").hidden = fits;
    part("github-note").textContent = fits ? "" : "Texten är för lång för att följa med i adressen. Den kopieras när du trycker på knappen: klistra in den i det tomma fältet på GitHub.";
  };

  const toMail = ({ name, text }) => {
    const subject = `Ny idésluss: ${name.replace(".yml", "")}`;
    const long = `${letter(name)}\n\n${text}`;
    const body = encodeURIComponent(long).length <= LONGEST_LETTER ? long : letter(name);
    part("mail-link").href = `mailto:${contact}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
  };

  part("github-link").addEventListener("click", async () => {
    if (part("github-link").dataset.copies && !(await copy(finished().text))) {
      tell("Texten gick inte att kopiera. Ladda ner filen och klistra in den därifrån.");
    }
  });
  part("download").addEventListener("click", () => tell(`Filen ${finished().name} laddas ner.`));
  part("copy").addEventListener("click", async () => {
    tell((await copy(finished().text)) ? "Texten är kopierad." : "Webbläsaren tillåter inte kopiering. Visa filen och markera texten i stället.");
  });

  /** Let every way out lead to the file as it is now. */
  return () => {
    const file = finished();
    URL.revokeObjectURL(latest);
    latest = URL.createObjectURL(new Blob([file.text], { type: "application/yaml" }));
    Object.assign(part("download"), { href: latest, download: file.name });
    part("file").textContent = file.text;
    if (repository) toGitHub(file);
    if (contact) toMail(file);
  };
};
