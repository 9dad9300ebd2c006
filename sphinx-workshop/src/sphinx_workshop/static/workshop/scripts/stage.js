/**
 * Has the lines that tell where the event stands say each minute what the hour makes of them; the
 * script in the page's head, `templates/status.js`, has filled them.
 */
import { all } from "./page.js";
import { annotate, everyMinute, now } from "./time.js";

const lines = all(".workshop-stage[data-status]");
everyMinute(() => {
  for (const line of lines) {
    line.dispatchEvent(new CustomEvent("workshop-minute", { detail: now() }));
    annotate(line);
  }
});
