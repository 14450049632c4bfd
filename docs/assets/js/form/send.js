// Sending of the file: on GitHub, by e-mail, as a download or by copying. Nothing is sent until the user asks for it.

// GitHub and some e-mail programs reject longer addresses.
const LONGEST_ADDRESS = 7500;
const LONGEST_BODY = 1800;

const mailBody = (name) => `Hej!

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

/** Connect the links and buttons for sending. `currentFile` returns the current name and text of the file. */
export const connectSending = (form, { repository, contact }, currentFile) => {
  const part = (name) => form.querySelector(`[data-${name}]`);
  const showStatus = (text) => { part("sent").textContent = text; };
  let objectUrl = "";

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
    const long = `${mailBody(name)}\n\n${text}`;
    const body = encodeURIComponent(long).length <= LONGEST_BODY ? long : mailBody(name);
    part("mail-link").href = `mailto:${contact}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
  };

  part("github-link").addEventListener("click", async () => {
    if (part("github-link").dataset.copies && !(await copy(currentFile().text))) {
      showStatus("Texten gick inte att kopiera. Ladda ner filen och klistra in den därifrån.");
    }
  });
  part("download").addEventListener("click", () => showStatus(`Filen ${currentFile().name} laddas ner.`));
  part("copy").addEventListener("click", async () => {
    showStatus((await copy(currentFile().text)) ? "Texten är kopierad." : "Webbläsaren tillåter inte kopiering. Visa filen och markera texten i stället.");
  });

  /** Update all links to the current file. */
  return () => {
    const file = currentFile();
    URL.revokeObjectURL(objectUrl);
    objectUrl = URL.createObjectURL(new Blob([file.text], { type: "application/yaml" }));
    Object.assign(part("download"), { href: objectUrl, download: file.name });
    part("file").textContent = file.text;
    if (repository) toGitHub(file);
    if (contact) toMail(file);
  };
};
