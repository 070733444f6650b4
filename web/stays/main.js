/** Starts the page of stays in services: a provider's own, or all of them for the hub; with why some are still there. */
import { delaysInBeds } from "../delays/reading.js"
import { html } from "../html.js"
import { connect } from "../live.js"
import { rowStore } from "../rows.js"
import { start } from "../start.js"
import { Stays } from "./stays.js"

start(async ({ me, codes }) => {
  const store = rowStore()
  const live = connect(store, ["stay", "stay_night", "service", "place"].map((kind) => ({ kind, scope: "*" })))
  const why = delaysInBeds(store, live)
  return { live, content: () => html`<${Stays} me=${me} codes=${codes} store=${store} live=${live} why=${why()} />`, livesFrom: () => false }
})
