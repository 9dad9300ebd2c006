/** Shows the summaries of papers in their list: they are loaded when somebody asks for them. */
import { DATA, make, tell } from "./page.js";

/** What each paper is about, by its id. @returns {Promise<Map<string, string>>} */
async function load() {
  const answer = await fetch(DATA);
  /** @type {{ papers: { id: string, summary: string, abstract?: string }[] }} */
  const { papers } = await answer.json();
  return new Map(papers.map(({ id, summary, abstract }) => [`paper:${id}`, summary || abstract]));
}

/** @type {ReturnType<typeof load>} */
let loading;

/**
 * Show the summaries, or hide them again.
 * @param {HTMLElement[]} items papers
 * @param {HTMLElement} button pressed while they are shown
 */
export async function toggle(items, button) {
  let problem;
  try {
    loading ??= load().then((summaries) => {
      for (const item of items) {
        const summary = summaries.get(item.dataset.object);
        if (summary) item.append(make("p", { class: "workshop-summary" }, summary));
      }
      return summaries;
    });
    await loading;
    button.ariaPressed = `${button.ariaPressed === "false"}`;
    for (const list of new Set(items.map((item) => item.parentElement))) {
      list.classList.toggle("workshop-summarized", button.ariaPressed === "true");
    }
  } catch {
    loading = undefined;
    problem = _("The summaries could not be loaded. Try again when you are online.");
  }
  tell("summaries", problem);
}
