/** Starts the pages of the system: by the address its parts, one part, or one local list. */
import { Problem } from "../http.js"
import { start } from "../start.js"
import { openCalendars } from "./calendars.js"
import { openFile } from "./file.js"
import { openIndex } from "./index.js"
import { openLadders } from "./ladders.js"
import { openPlaces } from "./places.js"
import { openPractice } from "./practice.js"
import { openRoster } from "./roster.js"
import { openServices } from "./services.js"

const PARTS = {
  organisations: openPlaces,
  services: openServices,
  calendars: openCalendars,
  ladders: openLadders,
  roster: openRoster,
  file: openFile,
}

const [, , part, list] = location.pathname.split("/")

start((here) => {
  if (!part) return openIndex(here)
  if (part === "lists" && list) return openPractice(here, list)
  if (!PARTS[part]) throw new Problem({ status: 404 })
  return PARTS[part](here)
})
