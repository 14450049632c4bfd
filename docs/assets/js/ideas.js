// Filter the list of ideas by field of activity and by how far they came. The choice is kept in the address.

const form = document.querySelector("[data-ideas]");
const status = form.querySelector("[role=status]");
const ideas = [...document.querySelectorAll(".ideas > li")];
const chosen = new URLSearchParams(location.search);

const show = () => {
  const wanted = [...new FormData(form)].filter(([, value]) => value);
  let shown = 0;
  for (const idea of ideas) {
    idea.hidden = !wanted.every(([name, value]) => idea.dataset[name].split(" ").includes(value));
    shown += idea.hidden ? 0 : 1;
  }
  status.textContent = wanted.length ? `${shown} av ${ideas.length} visas` : "";
  const query = new URLSearchParams(wanted).toString();
  history.replaceState(null, "", query ? `?${query}${location.hash}` : location.pathname + location.hash);
};

for (const select of form.querySelectorAll("select")) {
  if ([...select.options].some((option) => option.value === chosen.get(select.name))) {
    select.value = chosen.get(select.name);
  }
}
form.addEventListener("change", show);
form.hidden = false;
show();
