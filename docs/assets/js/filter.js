// Narrows a list by what is written in its search field. Without it, the whole list is there to read.

const fold = (text) => text.toLocaleLowerCase("sv").normalize("NFD").replace(/\p{M}/gu, "");

for (const field of document.querySelectorAll("[data-filter]")) {
  const frame = field.closest("[hidden]");
  const status = frame.querySelector("[data-filter-status]");
  const items = document.querySelectorAll(`[data-filter-list="${field.dataset.filter}"] > [data-name]`);
  frame.hidden = false;
  field.addEventListener("input", () => {
    const wanted = fold(field.value.trim());
    let shown = 0;
    for (const item of items) {
      item.hidden = !fold(item.dataset.name).includes(wanted);
      shown += item.hidden ? 0 : 1;
    }
    status.textContent = !wanted ? "" : shown ? `${shown} av ${items.length} visas` : "Ingen med det namnet";
  });
}
