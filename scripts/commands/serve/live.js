// Added to each page by `serve`, never to the published site. Reloads the page when there is a new version of
// the site, and shows the problems in the data at the top of the page.

const seen = Number(document.currentScript.dataset.version);

const link = (code) => {
  const anchor = Object.assign(document.createElement("a"), { href: `/bidra/fel/#${code.toLowerCase()}`, textContent: code });
  anchor.style.color = "inherit";
  return anchor;
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
  // Link each problem code to its explanation.
  box.append(...problems.split(/\b([KV]\d{3})\b/).map((text, position) => (position % 2 ? link(text) : text)));
  Object.assign(box.style, {
    position: "sticky", top: 0, zIndex: 9, margin: 0, padding: "1rem 1.5rem", whiteSpace: "pre-wrap",
    background: "#7a1f2b", color: "#fff", font: "1rem/1.5 ui-monospace, monospace", maxHeight: "60vh", overflow: "auto",
  });
  document.body.prepend(box);
};
