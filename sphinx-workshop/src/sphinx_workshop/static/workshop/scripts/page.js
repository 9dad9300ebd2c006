/** What all scripts share: making elements, the page's address, notices, the browser's memory. */

/** The site's first folder; what the browser remembers is kept under its path. */
export const root = new URL(document.documentElement.dataset.content_root || "./", location.href);

/** What the page's own script element says of the site. */
const { dataset } = document.querySelector("script[data-workshop-search]");

/** @param {string | undefined} address from the site's first folder, or nothing if there is none */
const within = (address) => (address === undefined ? null : new URL(address || "./", root));

/** The addresses that the scripts lead to, of those that the site has. */
export const SEARCH = within(dataset.workshopSearch);
export const PROGRAM = within(dataset.workshopProgram);
export const PAPERS = within(dataset.workshopPapers);
export const CALENDAR = within(dataset.workshopCalendar);

/**
 * Make an element. Strings become attributes, truth values bare ones, functions listeners.
 * Nothing is ever parsed as HTML, so no text can bring markup with it.
 * @param {string} tag
 * @param {Record<string, string | boolean | ((event: any) => void)>} [attributes]
 * @param {...(Node | string)} children
 * @returns {any}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (typeof value === "boolean") element.toggleAttribute(name, value);
    else element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

/** @param {string} words @param {() => void} click */
export const button = (words, click) =>
  make("button", { type: "button", class: "workshop-action", click }, words);

/** `1 paper`, `2 papers`. @param {number} n @param {string[]} forms as `_n` returns them */
export const counted = (n, forms) => forms[_plural(n)].replace("%(count)d", `${n}`);

/** A stranger's words, short enough to be shown. @param {string} words */
export const quoted = (words) => "“" + (words.length > 60 ? words.slice(0, 60) + "…" : words) + "”";

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
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changes)) {
    if (value) query.set(name, value);
    else query.delete(name);
  }
  const words = String(query).replace(/%(2C|2F|3A)/g, decodeURIComponent);
  try {
    history[how](null, "", location.pathname + (words && `?${words}`) + location.hash);
  } catch {
    // Safari rejects more than a hundred changes in half a minute: the next one will do.
  }
}

/** @type {Map<string, HTMLElement>} */
const notices = new Map();

// It is there before its first notice, so that screen readers listen to it.
const board = make("div", { class: "workshop-notices", role: "status" });
(document.querySelector("article:is(.bd-article, [role=main]), div[role=main]") ?? document.body).append(board);

/**
 * Tell the reader something at the foot of the window; a notice stays until it is closed.
 * @param {string} about one notice stands for each subject
 * @param {string} words nothing takes the notice away
 * @param {...HTMLElement} actions buttons, which close the notice too
 */
export function tell(about, words, ...actions) {
  notices.get(about)?.remove();
  if (!words) return;
  const before = document.activeElement;
  const close = () => {
    notice.remove();
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  };
  for (const action of actions) action.addEventListener("click", close);
  const notice = make(
    "p",
    { class: "workshop-notice" },
    make("span", {}, words),
    ...actions,
    button(_("Close"), close),
  );
  notices.set(about, notice);
  board.append(notice);
}

/**
 * A value that the browser remembers for this site, in localStorage. What cannot be read is never
 * overwritten, and what cannot be written lives as long as the page.
 * @template Value
 */
export class Kept {
  /** Why the value lives in memory alone. @type {"" | "blocked" | "unreadable" | "full"} */
  trouble = "";

  /** Called after a change, here or in another tab. @type {((elsewhere: boolean) => void)[]} */
  watchers = [];

  /**
   * @param {string} name with a version, which goes up when `write` changes
   * @param {string} what the reader calls such values
   * @param {Value} empty
   * @param {(words: string) => Value | undefined} read nothing where the words make no sense
   * @param {(value: Value) => string} write
   */
  constructor(name, what, empty, read, write) {
    Object.assign(this, { key: root.pathname + name, what, value: empty, empty, read, write });
    this.load();
    addEventListener("storage", ({ key }) => (!key || key === this.key) && this.refresh());
    // A page that one goes back to has heard nothing in the meantime.
    addEventListener("pageshow", ({ persisted }) => persisted && this.refresh());
  }

  load() {
    try {
      const words = localStorage.getItem(this.key);
      const value = words === null ? this.empty : this.read(words);
      if (value === undefined) this.trouble = "unreadable";
      else this.value = value;
    } catch {
      this.trouble = "blocked";
    }
  }

  refresh() {
    if (this.trouble) return;
    this.load();
    this.changed(true);
  }

  save() {
    try {
      localStorage.setItem(this.key, this.write(this.value));
      this.trouble = "";
    } catch {
      this.trouble = "full";
    }
  }

  /** Change the value, on top of what other tabs have written. @param {(old: Value) => Value} how */
  change(how) {
    if (!this.trouble) this.load();
    this.value = how(this.value);
    if (!this.trouble || this.trouble === "full") this.save();
    this.changed(false);
  }

  /** @param {boolean} elsewhere */
  changed(elsewhere) {
    for (const watcher of this.watchers) watcher(elsewhere);
  }

  /** Tell the reader what is not kept, if anything. */
  tell() {
    const { trouble, what } = this;
    const why = {
      blocked: _("This browser keeps nothing for this site."),
      full: _("The browser’s storage for this site is full."),
      unreadable: _("The %(what)s stored here cannot be read. They are left as they are.", { what }),
    }[trouble];
    const discard = button(_("Discard them"), () => this.save());
    const actions = trouble === "unreadable" ? [discard] : [];
    const lost = _("New %(what)s last only until you leave this page.", { what });
    tell(what, why && why + " " + lost, ...actions);
  }
}
