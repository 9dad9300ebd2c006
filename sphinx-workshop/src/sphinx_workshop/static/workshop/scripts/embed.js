/**
 * The schedule in a frame on another site: the reader's zone beside the workshop's, and what is on
 * now. It has no stars, for browsers keep a memory of its own for each site that frames a page.
 */
import { nowAndNext, zoneControl } from "./time.js";

document.querySelector(".workshop-controls").append(zoneControl());
nowAndNext(document.querySelector(".workshop-now"));
