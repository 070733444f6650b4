/** Starts the board. */
import { html } from "../html.js"
import { announce } from "../announce.js"
import { delaysFollowed } from "../delays/reading.js"
import { connect } from "../live.js"
import { spoken } from "../names.js"
import { rowStore } from "../rows.js"
import { aboutPeople, start } from "../start.js"
import { weekendDue } from "../weekend/due.js"
import { Board } from "./board.js"
import { columnTitle } from "./cards.js"
import { boardFilters } from "./filters.js"
import { listenForMoves } from "./keys.js"
import { sinceOf } from "./round.js"

start(aboutPeople(async ({ me, codes }) => {
  const store = rowStore()
  const filters = boardFilters(me, () => sinceOf(store, me.hub_id))
  const live = connect(store, [
    ...["case", "note", "board_round"].map((kind) => ({ kind, scope: me.hub_id ?? "*" })),
    ...["spell", "staff", "place", "service", "escalation"].map((kind) => ({ kind, scope: "*" })),
  ])
  const delays = me.hub_id ? delaysFollowed(() => `/delays?hub_id=${me.hub_id}`, store, live) : () => new Map()
  const weekend = weekendDue(live)
  store.onChange((changes) => changes.forEach(say))
  listenForMoves()
  return { live, content: () => html`<${Board} me=${me} codes=${codes} store=${store} live=${live} filters=${filters} delays=${delays()} weekend=${weekend.value} />` }
}))

function say({ before, after }) {
  if (after.kind !== "case" || before?.stage === after.stage) return
  const [who, column] = [spoken(after.person), columnTitle(after.stage)]
  if (!after.gone) announce(before ? `${who} moved to ${column}` : `${who} is new in ${column}`)
  else if (before) announce(`${who} left the board`)
}
