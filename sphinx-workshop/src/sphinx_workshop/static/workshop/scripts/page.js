/** What all scripts share: making elements, the page's address, notices, the browser's memory. */

/** The site's first folder; what the browser remembers is kept under its path. */
export const root = new URL(document.documentElement.dataset.content_root || "./", location.href);

/** The addresses that the scripts lead to, from the site's first folder; empty if the site has none. */
const addresses = document
  .querySelector("script[data-workshop]")
  .dataset.workshop.split(" ")
  .map((address) => address && new URL(address, root));
export const SEARCH = addresses[0];
export const PROGRAM = addresses[1];
export const PAPERS = addresses[2];
export const CALENDAR = addresses[3];
export const DATA = addresses[4];

/**
 * Make an element. Strings become attributes, functions listeners.
 * Nothing is ever parsed as HTML, so no text can bring markup with it.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | ((event: any) => void)>} [attributes]
 * @param {...(Node | string)} children
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

/**
 * The elements that a selector finds.
 * @template {string} Selector
 * @param {Selector} selector
 * @param {ParentNode} scope
 */
export const all = (selector, scope = document) => [...scope.querySelectorAll(selector)];

/** @param {string} words @param {() => void} click */
export const button = (words, click) =>
  make("button", { type: "button", class: "workshop-action", click }, words);

/** `1 paper`, `2 papers`. @param {number} n @param {string[]} forms as `_n` returns them */
export const counted = (n, forms) => forms[_plural(n)].replace("%d", `${n}`);

/** A stranger's words, short enough to be shown. @param {string} words */
export const quoted = (words) => `“${words.replace(/^(.{60}).+/s, "$1…")}”`;

/** @param {Element} [item] the item of a session or paper */
export const titleOf = (item) => item?.querySelector(".workshop-title")?.textContent ?? "";

/** @param {string} name */
export const asked = (name) => new URLSearchParams(location.search).get(name) ?? "";

/**
 * Change the query of the page's address; an empty value takes its name out.
 * @param {Record<string, string>} changes
 * @param {"replaceState" | "pushState"} [how]
 */
export function setAddress(changes, how = "replaceState") {
  const address = new URL(location.href);
  const query = address.searchParams;
  for (const [name, value] of Object.entries(changes)) {
    if (value) query.set(name, value);
    else query.delete(name);
  }
  address.search = String(query).replace(/%(2C|2F|3A)/g, decodeURIComponent);
  try {
    history[how](null, "", address);
  } catch {
    // Safari rejects more than a hundred changes in half a minute: the next one will do.
  }
}

/** The notices by what they are about. @type {Record<string, HTMLElement>} */
const notices = {};

// It is there before its first notice, so that screen readers listen to it.
const board = make("div", { class: "workshop-notices", role: "status" });
(document.querySelector("article:is(.bd-article, [role=main]), div[role=main]") ?? document.body).append(board);

/**
 * Tell the reader something at the foot of the window; a notice stays until it is closed.
 * @param {string} about one notice stands for each subject
 * @param {string} words nothing takes the notice away
 * @param {...HTMLElement} actions buttons, which close the notice too
 * @returns {undefined}
 */
export function tell(about, words, ...actions) {
  notices[about]?.remove();
  if (!words) return;
  /** @type {HTMLOrSVGElement} */
  const before = document.querySelector(":focus");
  const close = () => {
    notice.remove();
    before?.focus({ preventScroll: true });
  };
  for (const action of actions) action.addEventListener("click", close);
  const notice = make(
    "p",
    { class: "workshop-notice" },
    make("span", {}, words),
    ...actions,
    button(_("Close"), close),
  );
  notices[about] = notice;
  board.append(notice);
}

export const UNLOADED = _("This could not be loaded. Reload the page when you are online.");

/** Say so of the script for what the reader asked for. */
export const unloaded = () => tell("scripts", UNLOADED);

/**
 * Return a value that the browser remembers for this site, in localStorage. What cannot be read is
 * never overwritten, and what cannot be written lives as long as the page.
 * @template Value
 * @param {string} name with a version, which goes up when `write` changes
 * @param {string} what the reader calls such values
 * @param {Value} empty
 * @param {(words: string) => Value | undefined} read nothing where the words make no sense
 * @param {(value: Value) => string} write
 */
export function keep(name, what, empty, read, write) {
  const key = root.pathname + name;
  const kept = {
    value: empty,
    /** Why the value lives in memory alone. @type {"" | "blocked" | "unreadable" | "full"} */
    trouble: "",
    /** Called after a change, here or in another tab. @type {((elsewhere: boolean) => void)[]} */
    watchers: [],
    /** Change the value, on top of what other tabs have written. @param {(old: Value) => Value} how */
    change(how) {
      if (!kept.trouble) load();
      kept.value = how(kept.value);
      if (!kept.trouble || kept.trouble === "full") save();
      changed(false);
    },
    /** Tell the reader what is not kept, if anything. */
    async tell() {
      if (kept.trouble) (await import("./trouble.js").catch(unloaded))?.tellTrouble(kept.trouble, what, save);
      else tell(what, "");
    },
  };

  function load() {
    try {
      const words = localStorage.getItem(key);
      const value = words === null ? empty : read(words);
      if (value === undefined) kept.trouble = "unreadable";
      else kept.value = value;
    } catch {
      kept.trouble = "blocked";
    }
  }

  function save() {
    try {
      localStorage.setItem(key, write(kept.value));
      kept.trouble = "";
    } catch {
      kept.trouble = "full";
    }
  }

  /** @param {boolean} elsewhere */
  function changed(elsewhere) {
    for (const watcher of kept.watchers) watcher(elsewhere);
  }

  function refresh() {
    if (kept.trouble) return;
    load();
    changed(true);
  }

  load();
  if (kept.trouble === "unreadable") kept.tell();
  addEventListener("storage", (event) => (!event.key || event.key === key) && refresh());
  // A page that one goes back to has heard nothing in the meantime.
  addEventListener("pageshow", ({ persisted }) => persisted && refresh());
  return kept;
}
