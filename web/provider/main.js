/** Starts the page of a service's own staff: what they are asked, live, and who starts soon. */
import { html } from "../html.js"
import { announce } from "../announce.js"
import { connect } from "../live.js"
import { rowStore } from "../rows.js"
import { start } from "../start.js"
import { Provider } from "./provider.js"

start(async ({ me, codes }) => {
  const store = rowStore()
  const live = connect(store, ["offer", "service"].map((kind) => ({ kind, scope: "*" })))
  store.onChange((changes) => changes.forEach(say))
  return { live, content: () => html`<${Provider} me=${me} codes=${codes} store=${store} live=${live} />`, livesFrom: () => false }
})

function say({ before, after }) {
  if (after.kind !== "offer") return
  if (after.question && before && !before.question) announce("Do you keep a place, or release it?")
  if (after.gone === Boolean(before?.gone) && before) return
  if (!before && !after.gone) announce("A new request")
  else if (after.gone) announce("A request is over")
}
