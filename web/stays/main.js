/** Starts the page of stays in services: a provider's own, or all of them for the hub. */
import { html } from "../html.js"
import { connect } from "../live.js"
import { rowStore } from "../rows.js"
import { start } from "../start.js"
import { Stays } from "./stays.js"

start(async ({ me, codes }) => {
  const store = rowStore()
  const live = connect(store, ["stay", "service"].map((kind) => ({ kind, scope: "*" })))
  return { live, content: () => html`<${Stays} me=${me} codes=${codes} store=${store} live=${live} />`, livesFrom: () => false }
})
