// Added to each page by `serve`, and to nothing that is published: reloads when the site is built
// again, and shows what is wrong with the data on top of the page.

const seen = Number(document.currentScript.dataset.version);

const link = (code) => {
  const made = Object.assign(document.createElement("a"), { href: `/bidra/fel/#${code.toLowerCase()}`, textContent: code });
  made.style.color = "inherit";
  return made;
};

new EventSource("/-/events").onmessage = ({ data }) => {
  const { version, problems } = JSON.parse(data);
  document.getElementById("-problems")?.remove();
  if (!problems) {
    if (version !== seen) location.reload();
    return;
  }
  const box = Object.assign(document.createElement("pre"), { id: "-problems" });
  box.setAttribute("role", "alert");
  // Each code leads to what it means.
  box.append(...problems.split(/\b([KV]\d{3})\b/).map((text, position) => (position % 2 ? link(text) : text)));
  Object.assign(box.style, {
    position: "sticky", top: 0, zIndex: 9, margin: 0, padding: "1rem 1.5rem", whiteSpace: "pre-wrap",
    background: "#7a1f2b", color: "#fff", font: "1rem/1.5 ui-monospace, monospace", maxHeight: "60vh", overflow: "auto",
  });
  document.body.prepend(box);
};
