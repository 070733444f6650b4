/** Starts the hub's page of requests. */
import { html } from "../html.js"
import { connect } from "../live.js"
import { rowStore } from "../rows.js"
import { aboutPeople, start } from "../start.js"
import { Brokerage } from "./brokerage.js"

start(aboutPeople(async ({ me, codes }) => {
  const store = rowStore()
  const live = connect(store, [
    ...["request", "case"].map((kind) => ({ kind, scope: me.hub_id ?? "*" })),
    { kind: "service", scope: "*" },
  ])
  return { live, content: () => html`<${Brokerage} codes=${codes} store=${store} live=${live} />` }
}))
