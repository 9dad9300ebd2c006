/**
 * Stars on sessions and papers, kept in this browser alone.
 *
 * The key is `<path of the site>stars.v1`; the value is JSON that maps ids to the titles they had
 * when starred: `{"session:halos": "HALOS: …", "paper:waves": "…"}`.
 */
import { all, keep, make, PROGRAM, titleOf } from "./page.js";

/** What the id of something with a star looks like. */
export const ID = /^(session|paper):[a-z0-9-]{1,200}$/;

/** @param {string} words @returns {Map<string, string> | undefined} */
function read(words) {
  try {
    /** @type {[string, string][]} */
    const entries = Object.entries(JSON.parse(words));
    const sound = entries.every(([id, title]) => ID.test(id) && typeof title === "string");
    if (words.startsWith("{") && sound) return new Map(entries);
  } catch {
    // Not JSON.
  }
}

/** The starred ids with their titles. */
export const stars = keep("stars.v1", _("stars"), new Map(), read, (value) =>
  JSON.stringify(Object.fromEntries(value)),
);

/** @param {string} [ids] */
const split = (ids) => ids?.split(" ") ?? [];

/** An item's own id, then those of the same thing: a talk's paper, a paper's talks. @param {HTMLElement} item */
export const idsOf = ({ dataset }) => [dataset.object, ...split(dataset.same)];

/** Whether an item is in a program: it has a star, or a poster that it shows. @param {HTMLElement} item @param {Map<string, string>} among the stars that count */
export const isChosen = (item, among = stars.value) =>
  [...idsOf(item), ...split(item.dataset.shows)].some((id) => among.has(id));

/** @type {Map<HTMLElement, HTMLElement>} items with their buttons */
const buttons = new Map();

/** Give each session and paper of a part of the page its star, and label the links. @param {ParentNode} scope */
export function attachStars(scope = document) {
  for (const item of all("[data-object]", scope)) {
    if (ID.test(item.dataset.object) && !/^(break|intro)$/.test(item.dataset.kind)) attach(item);
  }
  paint();
}

/** @param {HTMLElement} item an item of a list, or the links of a paper's own page */
function attach(item) {
  const title = item.querySelector(".workshop-title");
  const words = item.dataset.title ?? titleOf(item);
  const toggle = make(
    "button",
    {
      type: "button",
      class: title ? "workshop-star" : "workshop-star workshop-button",
      "aria-label": _("Star: %(title)s", { title: words }),
      click: () => setStar(item, words, toggle.ariaPressed !== "true"),
    },
    title ? "" : _("Star"),
  );
  buttons.set(item, toggle);
  if (title) {
    title.after(toggle);
    rove(item);
  } else item.append(toggle, " ", ...programLink());
}

/**
 * Make an item one stop of the Tab key; the arrows lead on to all that is in it.
 * @param {HTMLElement} item
 */
function rove(item) {
  const stops = () => all("a, button, summary", item).filter((stop) => stop.getClientRects()[0]);
  all("a, button, summary", item).forEach((stop, n) => (stop.tabIndex = n && -1));
  item.onkeydown = ({ key }) => {
    const at = stops().findIndex((stop) => stop.matches(":focus"));
    stops()[at + { ArrowRight: 1, ArrowLeft: -1 }[key]]?.focus();
  };
}

/** @param {HTMLElement} item @param {string} title @param {boolean} on */
function setStar(item, title, on) {
  stars.change((old) => {
    const value = new Map(old);
    if (on) value.set(item.dataset.object, title);
    else for (const id of idsOf(item)) value.delete(id);
    return value;
  });
  stars.tell();
}

function paint() {
  for (const [item, toggle] of buttons) toggle.ariaPressed = `${idsOf(item).some((id) => stars.value.has(id))}`;
  for (const link of all(".workshop-program-link")) {
    link.textContent = _("My program (%(count)s)", { count: stars.value.size });
  }
}
stars.watchers.push(paint);

/** A link to the reader's own program, which `attachStars` labels; nothing without a schedule. */
export function programLink() {
  if (!PROGRAM) return [];
  const href = `${PROGRAM.href}?view=mine`;
  return [make("a", { class: "workshop-program-link", href })];
}
