// Show the participants that are most like a chosen municipality. The choice is kept in the address and sent nowhere.

import { make } from "./make.js";

const NEAREST = 3;

const form = document.querySelector("[data-similar]");
const [select] = form.querySelectorAll("select");
const status = form.querySelector("[role=status]");
const nearest = document.querySelector("[data-nearest]");
const peers = [...document.querySelectorAll(".peers > li")];
const number = (value) => Number(value).toLocaleString("sv");

/** Say in words how many times larger or smaller the reader's municipality is. */
const distance = (own, other) => {
  const times = Math.max(own, other) / Math.min(own, other);
  if (times < 1.1) return "ungefär lika stor som ni";
  const words = times < 10 ? times.toFixed(1).replace(".0", "").replace(".", ",") : String(Math.round(times));
  return own > other ? `ni är ${words} gånger så stora` : `den är ${words} gånger så stor som ni`;
};

/** Copy a participant with its distance. One that stands in an earlier list is only named again. */
const copy = (peer, own, isNamed) => {
  const item = peer.cloneNode(true);
  if (isNamed) item.querySelectorAll("p:not(.peer-name)").forEach((part) => part.remove());
  item.querySelector(".peer-name").append(make("span", { className: "distance" }, distance(own, Number(peer.dataset.population))));
  return item;
};

const list = (heading, found, own, named) => {
  if (!found.length) return [make("h3", {}, heading), make("p", { className: "meta" }, "Ingen av deltagarna.")];
  const items = found.map((peer) => {
    const item = copy(peer, own, named.has(peer));
    named.add(peer);
    return item;
  });
  return [make("h3", {}, heading), make("ul", { className: "peers" }, ...items)];
};

/** Link to the sluice of a participant, by the name of the municipality. */
const linkTo = (peer) => make("a", { href: peer.querySelector("a[href]").href }, peer.dataset.name);

/** Keep the first of each sluice, so that one sluice with many municipalities does not fill a list. */
const oneEach = (found) => found.filter((peer, place) => found.findIndex((other) => other.dataset.case === peer.dataset.case) === place);

const show = () => {
  const option = select.selectedOptions[0];
  const { population, group, groupName, county } = option.dataset;
  nearest.hidden = !option.value;
  status.textContent = "";
  history.replaceState(null, "", option.value ? `?kommun=${option.value}` : location.pathname);
  if (!option.value) return;
  const own = Number(population);
  const near = (peer) => Math.abs(Math.log(Number(peer.dataset.population) / own));
  const others = peers.filter((peer) => peer.dataset.code !== option.value).sort((one, other) => near(one) - near(other));
  const itself = peers.filter((peer) => peer.dataset.code === option.value);
  const lists = [
    ["Närmast i storlek", oneEach(others).slice(0, NEAREST)],
    [`Samma kommungrupp: ${groupName}`, oneEach(others.filter((peer) => peer.dataset.group === group)).slice(0, NEAREST)],
    [`Samma län: ${county}`, oneEach(others.filter((peer) => peer.dataset.county === county)).slice(0, NEAREST)],
  ];
  const named = new Set();
  nearest.querySelector(".nearest").replaceChildren(
    ...(itself.length ? list("Ni var själva med", itself, own, named) : []),
    ...lists.flatMap(([heading, found]) => list(heading, found, own, named)),
  );
  const [size, inGroup, inCounty] = lists.map(([, [first]]) => (first ? linkTo(first) : "ingen"));
  status.append(`${option.textContent}: ${number(own)} invånare. Närmast i storlek: `, size, ". I samma kommungrupp: ", inGroup, ". I samma län: ", inCounty, ".");
};

const chosen = new URLSearchParams(location.search).get("kommun");
if ([...select.options].some((option) => option.value === chosen)) select.value = chosen;
select.addEventListener("change", show);
form.hidden = false;
show();
