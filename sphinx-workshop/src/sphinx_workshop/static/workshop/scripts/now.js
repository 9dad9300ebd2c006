/** What is on now, and what is next: marks on the page's lists, and a line over the schedule. */
import { all, make, PROGRAM, titleOf } from "./page.js";
import { annotate, DAY, everyMinute, hoursOf, loadRooms, now } from "./time.js";

/** @typedef {ReturnType<typeof hoursOf>} Session */

/** What a program in several rooms has otherwise. @typedef {typeof import("./rooms.js")} Rooms */

/**
 * Mark the running sessions of the page's lists, and keep the marks right.
 * @param {HTMLElement} [bar] where the whole program tells what is on, and what is next
 * @param {(item: HTMLElement) => void} [reveal] shows a session that a filter hides
 * @param {HTMLElement[]} [links] what stands below
 */
export async function nowAndNext(bar, reveal, links = []) {
  const rooms = await loadRooms();
  const always = bar && !bar.hidden;
  const sessions = all(bar ? "[data-whole] > li" : ".workshop-session").map(hoursOf);
  let shown = "";
  everyMinute(() => {
    const present = now();
    const running = sessions.filter(({ start, end }) => start <= present && present < end);
    const onDay = sessions.some(({ midnight }) => midnight <= present && present < midnight + DAY);
    const ahead = sessions.filter(({ start }) => bar && (always || onDay) && start > present);
    const soonest = Math.min(...ahead.map(({ start }) => start));
    const next = rooms?.nextOf(ahead) ?? ahead.filter(({ start }) => start === soonest);
    const marks = sessions.map((s) => (running.includes(s) ? _("Now") : next.includes(s) ? _("Next") : ""));
    if (`${onDay} ${marks}` === shown) return;
    shown = `${onDay} ${marks}`;
    sessions.forEach(({ item }, n) => mark(rooms?.placesOf(item) ?? [item], marks[n]));
    if (!bar) return;
    bar.hidden = always ? !sessions.length : !onDay && !running.length;
    bar.replaceChildren(...lines(rooms, running, next, reveal), ...links);
    annotate(bar);
  });
}

/** @param {HTMLElement[]} places where a session stands @param {string} word */
function mark(places, word) {
  for (const place of places) {
    place.ariaCurrent = word === _("Now") ? "time" : null;
    place.querySelector(".workshop-mark")?.remove();
    const head = place.querySelector(".workshop-head") ?? place;
    if (word) head.prepend(make("p", { class: "workshop-mark" }, word));
  }
}

/**
 * What stands over the schedule; it is a live region, and speaks when sessions change.
 * @param {Rooms | null} rooms
 * @param {Session[]} running
 * @param {Session[]} next
 * @param {(item: HTMLElement) => void} reveal
 */
function* lines(rooms, running, next, reveal) {
  /** @param {Session} session @param {string} [words] */
  const link = ({ item }, words = titleOf(item)) =>
    make("a", { href: `${item.id ? "" : PROGRAM}#${item.dataset.object.replace(":", "-")}`, click: () => reveal?.(item) }, words);
  /** @param {string} words */
  const strong = (words) => make("strong", {}, words);
  const on = running.map((s) => {
    const hour = s.to.cloneNode(true);
    const words = _parts("%(now)s until %(hour)s: %(session)s", { now: strong(_("Now")), hour, session: link(s) });
    return make("p", {}, ...words, rooms?.where(s.item) ?? "");
  });
  yield* rooms?.folded(_("Now"), on) ?? on;
  if (!running.length) {
    yield make("p", {}, strong(next.length ? _("Nothing is on just now.") : _("The program is over.")));
  }
  const following = next.map((s) => {
    // Between two days, the next session is on another.
    const day = s.item.parentElement.previousElementSibling.querySelector("time").textContent;
    const [word, hour, session] = [strong(_("Next")), s.from.cloneNode(true), link(s)];
    const words = s.midnight > now()
      ? _parts("%(next)s on %(day)s, %(hour)s: %(session)s", { next: word, day, hour, session })
      : _parts("%(next)s at %(hour)s: %(session)s", { next: word, hour, session });
    return make("p", {}, ...words, rooms?.where(s.item) ?? "");
  });
  yield* rooms?.folded(_("Next"), following) ?? following;
  const [target] = [...running, ...next];
  const words = running.length ? _("Jump to now") : _("Jump to what is next");
  if (target?.item.id) yield make("p", { class: "workshop-jump" }, link(target, words));
}
