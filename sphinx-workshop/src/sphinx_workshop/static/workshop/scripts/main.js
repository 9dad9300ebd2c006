/** Starts what the page has elements for; everything is readable without. */
import { all, asked, button, make, unloaded } from "./page.js";
import "./search.js";

/** @param {string} selector */
const one = (selector) => document.querySelector(selector);

/** The row over a list. @param {...HTMLElement} parts */
const bar = (...parts) => make("div", { class: "workshop-bar" }, ...parts);

/**
 * What a page may hold, and what it is served with.
 * @type {Record<string, (place: HTMLElement) => Promise<void>>}
 */
const pages = {
  async program(place) {
    const isLarge =
      all(".workshop-day")[1] || one(".workshop-session .workshop-room, .workshop-session:is([data-track], [data-language])");
    const [{ filterList }, { attachStars, programLink }, { nowAndNext, zoneControl }, large] = await Promise.all([
      import("./filters.js"),
      import("./stars.js"),
      import("./time.js"),
      isLarge && import("./choices.js"),
    ]);
    const sessions = all(".workshop-session[id]");
    const filters = filterList(sessions, "session", large?.choices(sessions), large?.showInTables);

    /** @type {ReturnType<typeof import("./mine.js").myProgram>} */
    let opening;
    /** @type {Awaited<typeof opening>} */
    let mine;
    const [link] = programLink();
    const panel = make("div", { class: "workshop-mine" });
    /** Loads what only those with a program of their own need. @param {string} [view] */
    async function openMine(view) {
      opening ??= import("./mine.js").then(({ myProgram }) => myProgram(filters, link, panel));
      mine = await opening;
      if (view) mine.show(view);
    }
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      openMine("mine").catch(() => location.assign(link.href));
    });
    const opened = (asked("view") || asked("stars")) && openMine();

    // On the day this is what people come for: it stands before all else.
    const now = one(".workshop-now") ?? make("div", { class: "workshop-now", role: "status", hidden: "" });
    // A theme may have a heading of its own before the page's.
    const headings = all("h1, .workshop-controls");
    if (now.hidden) headings[headings.indexOf(place) - 1].after(now);
    place.append(bar(link, zoneControl(), filters.toggle), filters.parts[0], panel, ...filters.parts.slice(1));
    attachStars();
    await nowAndNext(now, ({ hidden }) => {
      if (!hidden) return;
      mine?.show("all");
      filters.reset();
    });
    await opened;
  },

  days: async (place) => (await import("./days.js")).startDays(place, pages.program),

  async papers(place) {
    const [{ filterList }, { attachStars, programLink }, { sortField }] = await Promise.all([
      import("./filters.js"),
      import("./stars.js"),
      import("./sort.js"),
    ]);
    const filters = filterList(all(".workshop-paper"), "paper");
    filters.parts[0].append(...sortField(filters));
    const summaries = button(_("Summaries"), async () => {
      (await import("./summaries.js").catch(unloaded))?.toggle(filters.items, summaries);
    });
    summaries.ariaPressed = "false";
    place.append(bar(...programLink(), summaries, filters.toggle), filters.parts[0]);
    one(".workshop-count").replaceWith(...filters.parts.slice(1));
    attachStars();
  },

  // In a frame of another site. It has no stars: browsers keep a memory of its own for each such site.
  async embed(place) {
    const { nowAndNext, zoneControl } = await import("./time.js");
    place.append(zoneControl());
    nowAndNext(one(".workshop-now"));
  },

  async other() {
    const home = one(".workshop-event");
    const hour = one("article time[datetime*=T]:not(.workshop-stage time)");
    const map = one(".workshop-map");
    const [time, stars, names] = await Promise.all([
      hour && import("./time.js"),
      one("[data-object]") && import("./stars.js"),
      map && import("./map.js"),
    ]);
    if (hour) {
      // The line over the article has room for it, if the theme has one and puts nothing at its end.
      const day = one(".workshop-day");
      const facts = !day && hour.closest("dl");
      const header = !home && one(".header-article__inner:not(:has(.header-article-items__end))");
      if (header) header.append(time.zoneControl());
      else if (facts) facts.after(time.zoneControl());
      else {
        // Neither in the line of a session nor in a list of them that is folded.
        const entry = hour.closest(".workshop-person, .workshop-place");
        (day ?? entry ?? hour.closest("p, div")).before(time.zoneControl());
      }
      await time.nowAndNext(one(".workshop-now"), null, stars?.programLink());
    }
    stars?.attachStars();
    names?.nameParts(map);
  },
};

document.addEventListener("click", async (event) => {
  const target = /** @type {Element} */ (event.target);
  // Names and summaries lie over the link of their paper, so that they can be selected.
  if (target.matches(".workshop-papers p") && getSelection().isCollapsed) {
    target.parentElement.querySelector("a").dispatchEvent(new MouseEvent("click", event));
  }
  /** @type {HTMLElement} */
  const copying = target.closest("[data-copy]");
  if (copying) (await import("./copy.js").catch(unloaded))?.copy(copying);
});

const place = one(".workshop-controls");

/** Fulfilled when all is there. */
export const ready = Promise.all([
  pages[place?.dataset.controls ?? "other"](place),
  one("[data-status]") && import("./stage.js"),
]);
