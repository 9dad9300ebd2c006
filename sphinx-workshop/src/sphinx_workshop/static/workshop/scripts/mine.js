/**
 * My program: the starred sessions and papers, by themselves, to take along and to share.
 *
 * `?view=mine` shows them. `?stars=session:halos,paper:waves` shows someone else's; nothing of it
 * is kept before the reader takes it over.
 */
import { all, asked, button, CALENDAR, counted, make, PAPERS, PROGRAM, setAddress, titleOf, unloaded } from "./page.js";
import { attachStars, ID, idsOf, isChosen, stars } from "./stars.js";
import { loadRooms } from "./time.js";

/** @param {URL | string | null} address of something that the site may not have */
async function load(address) {
  const answer = address && (await fetch(address));
  if (!answer?.ok) throw new Error(`no ${address}`);
  return answer.text();
}

/** Items of another page, which is their only source. @param {URL | string} address @param {string} selector */
export async function itemsOf(address, selector) {
  // The head may hold what a security policy forbids.
  const html = (await load(address)).replace(/^[^]*<\/head>/, "");
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const link of all("a[href]", page)) {
    link.href = new URL(link.getAttribute("href"), address).href;
  }
  return all(selector, page);
}

/** The items of the list of papers, by id. */
const loadPapers = async () =>
  new Map((await itemsOf(PAPERS, "li.workshop-paper")).map((item) => [item.dataset.object, item]));

/**
 * Start the views of the full schedule.
 * @param {ReturnType<typeof import("./filters.js").filterList>} filters
 * @param {HTMLElement} link to one's program, which the views take the place of
 * @param {HTMLElement} panel
 */
export async function myProgram(filters, link, panel) {
  const sessions = filters.items;
  const rooms = await loadRooms();
  /** The session of an id, which may be its paper's. @param {string} id */
  const sessionOf = (id) => sessions.find((item) => idsOf(item).includes(id));
  /** @type {Record<string, HTMLElement>} */
  const views = {
    all: button(_("Whole program"), () => show("all")),
    mine: button("", () => show("mine")),
    shared: button("", () => show("shared")),
  };
  const switcher = make(
    "div",
    { class: "workshop-views", role: "group", "aria-label": _("View") },
    ...Object.values(views),
  );
  const actions = make("div", { class: "workshop-actions" });
  const said = make("p", { role: "status" });
  const others = make("div", { class: "workshop-others" });
  (sessions.at(-1)?.parentElement ?? panel).after(others);
  link.replaceWith(switcher);
  panel.append(actions, said);

  /** The ids in view; a star taken off stays there until the reader leaves the view. */
  let ids = new Map();
  /** The ids in view that the program does not have. @type {string[]} */
  let lost = [];
  /** Fulfilled when they are known. @type {Promise<void>} */
  let ready;

  /** The name of the view that the address asks for. */
  function view() {
    const name = asked("view");
    if (name === "mine") return name;
    return asked("stars") && name !== "all" ? "shared" : "all";
  }

  /** @param {string} name of the view @param {string} [shared] ids that stay in the address */
  function show(name, shared = asked("stars")) {
    setAddress({ stars: shared, view: name === "all" && !shared ? "" : name }, "pushState");
    say("");
    enter();
    views[name].focus();
  }

  /** Show what the address asks for; where the focus was on something that goes, on its button. */
  function enter() {
    const sound = asked("stars").split(",").filter((id) => ID.test(id));
    const shared = new Map(sound.map((id) => [id, titleOf(sessionOf(id))]));
    const focused = document.querySelector(":focus");
    ids = { all: new Map(), mine: new Map(stars.value), shared }[view()];
    filters.only = new Set(view() === "all" ? sessions : sessions.filter((item) => isChosen(item, ids)));
    filters.apply();
    views.shared.hidden = !asked("stars");
    views.shared.textContent = _("Shared (%(count)s)", { count: shared.size });
    actions.replaceChildren(...offers());
    paint();
    ready = showOthers();
    if (focused && !focused.getClientRects().length) views[view()].focus();
  }

  /** Show the numbers, the conflicts, and which stars have been taken off. */
  function paint() {
    views.mine.textContent = _("My program (%(count)s)", { count: stars.value.size });
    for (const name in views) views[name].ariaPressed = `${name === view()}`;
    /** @param {HTMLElement} item */
    const isDropped = (item) => view() === "mine" && !isChosen(item);
    for (const item of sessions) item.classList.toggle("workshop-dropped", isDropped(item));
    rooms?.markClashes(sessions.filter((item) => isChosen(item, ids) && !isDropped(item)));
  }

  /** What can be done in the view. */
  function* offers() {
    if (view() === "mine") {
      if (ids.size) yield* [button(_("Download calendar (.ics)"), download), button(_("Copy share link"), share)];
      else yield make("p", {}, _("Star a session or paper to have it here. Stars stay in this browser."));
    } else if (view() === "shared") {
      const words = _n(
        "Someone shared %(count)d star with you. Your own have not changed.",
        "Someone shared %(count)d stars with you. Your own have not changed.",
      );
      yield make("p", {}, counted(ids.size, words));
      if (ids.size) yield button(_("Add to my program"), () => take(true));
      if (ids.size && stars.value.size) yield button(_("Replace my program"), () => take(false));
      yield button(_("Ignore"), () => show("all", ""));
    }
  }

  /** Show the papers that no session presents, and what the program does not have. */
  async function showOthers() {
    const of = ids;
    const names = [...of.keys()].filter((id) => !sessionOf(id));
    /** @param {string} id */
    const isPaper = (id) => id.startsWith("paper:");
    others.replaceChildren();
    const papers = names.some(isPaper) ? await loadPapers().catch(/** @returns {null} */ () => null) : new Map();
    if (of !== ids) return;
    // Without their list, no paper is known to be gone.
    lost = names.filter((id) => (papers ? !papers.has(id) : !isPaper(id)));
    const rest = names.filter((id) => !lost.includes(id));
    const items = rest.map((id) => papers?.get(id) ?? named(id));
    if (papers) for (const id of rest) of.set(id, titleOf(papers.get(id)));
    list(papers ? _("Papers") : _("Papers, whose list could not be loaded"), "workshop-papers", items);
    list(_("No longer on the program"), "workshop-lost", lost.map(named));
    attachStars(others);
  }

  /** @param {string} title @param {string} names @param {Node[]} items */
  function list(title, names, items) {
    if (items[0]) others.append(make("h2", {}, title), make("ul", { class: names }, ...items));
  }

  /** An item by what was kept of it. @param {string} id */
  function named(id) {
    const remove = button(_("Remove"), () => {
      stars.change((old) => new Map([...old].filter(([name]) => name !== id)));
      enter();
    });
    remove.setAttribute("aria-label", _("Remove: %(title)s", { title: ids.get(id) || id }));
    return make("li", {}, `${ids.get(id)} `, make("code", {}, id), ...(view() === "mine" ? [" ", remove] : []));
  }

  /** Take over what was shared. @param {boolean} too and keep the reader's own */
  async function take(too) {
    await ready;
    const takes = await import("./take-over.js").catch(unloaded);
    if (!takes) return;
    const said = takes.takeOver([...ids].filter(([id]) => !lost.includes(id)), too, () => show("mine"));
    show("mine", "");
    say(...said);
    stars.tell();
  }

  /** @param {...(Node | string)} words */
  const say = (...words) => said.replaceChildren(...words);

  async function share() {
    if (!stars.value.size) return say(_("There are no stars yet. Star a session first."));
    const value = `${PROGRAM.href}?stars=${[...stars.value.keys()]}`;
    try {
      await navigator.clipboard.writeText(value);
      say(_("Link copied. Anyone who opens it sees these stars."));
    } catch {
      const field = make("input", { readonly: "", value, "aria-label": _("Share link") });
      say(_("Copy this link:"), " ", field);
      field.select();
    }
  }

  async function download() {
    const chosen = sessions.filter((item) => isChosen(item)).map((item) => item.dataset.object.replace("session:", ""));
    if (!chosen[0]) return say(_("There are no stars yet. Star a session first."));
    try {
      const { save } = await import("./calendar.js");
      say(save(await load(CALENDAR), chosen));
    } catch {
      say(_("The calendar could not be loaded. Try again when you are online."));
    }
  }

  stars.watchers.push((elsewhere) => (elsewhere && view() === "mine" ? enter() : paint()));
  addEventListener("popstate", enter);
  enter();
  if (stars.trouble) stars.tell();
  return { show };
}
