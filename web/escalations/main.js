/** Starts the page of escalations, followed live. A service sees those on its own ladder, and nobody by name. */
import { html } from "../html.js"
import { announce } from "../announce.js"
import { connect } from "../live.js"
import { rowStore } from "../rows.js"
import { start } from "../start.js"
import { Escalations } from "./page.js"

start(async ({ me, codes }) => {
  const store = rowStore()
  const everywhere = (kind) => ({ kind, scope: "*" })
  const people = me.role === "provider" ? [] : [everywhere("spell"), ...(me.hub_id ? [{ kind: "case", scope: me.hub_id }] : [])]
  const live = connect(store, [...people, ...["escalation", "ladder", "place", "staff"].map(everywhere)])
  store.onChange((changes) => changes.forEach(say))
  return { live, content: () => html`<${Escalations} me=${me} codes=${codes} store=${store} live=${live} />` }
})

function say({ before, after }) {
  if (after.kind !== "escalation" || after.gone || before?.level === after.level) return
  announce(before ? `${after.title} climbed to ${after.level}` : `Escalated to ${after.level}: ${after.title}`)
}
