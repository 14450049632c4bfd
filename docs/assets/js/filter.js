// Filter a list by the text in its search field. Without JavaScript the full list is shown.

const fold = (text) => text.toLocaleLowerCase("sv").normalize("NFD").replace(/\p{M}/gu, "");

for (const field of document.querySelectorAll("[data-filter]")) {
  const container = field.closest("[hidden]");
  const status = container.querySelector("[data-filter-status]");
  const items = document.querySelectorAll(`[data-filter-list="${field.dataset.filter}"] > [data-name]`);
  container.hidden = false;
  field.addEventListener("input", () => {
    const query = fold(field.value.trim());
    let shown = 0;
    for (const item of items) {
      item.hidden = !fold(item.dataset.name).includes(query);
      shown += item.hidden ? 0 : 1;
    }
    status.textContent = !query ? "" : shown ? `${shown} av ${items.length} visas` : "Ingen med det namnet";
  });
}
