/** Starts a ward's page. */
import { html } from "../html.js"
import { announce } from "../announce.js"
import { delaysFollowed } from "../delays/reading.js"
import { connect } from "../live.js"
import { spoken } from "../names.js"
import { rowStore } from "../rows.js"
import { aboutPeople, start } from "../start.js"
import { WardList } from "./list.js"
import { outbox } from "./outbox.js"

const wardId = location.pathname.split("/").at(-1)

start(aboutPeople(async ({ me, codes }) => {
  const store = rowStore()
  const others = ["case", "note", "staff", "place"].map((kind) => ({ kind, scope: "*" }))
  const live = connect(store, [{ kind: "spell", scope: wardId }, ...others])
  const box = outbox(me, live.serverTime)
  const delays = delaysFollowed(() => `/delays?ward_id=${wardId}`, store, live)
  const livesFrom = (feed) => !feed.site_id || feed.site_id === store.places.value.get(wardId)?.parent_id
  store.onChange((changes) => changes.forEach(say))
  return { live, livesFrom, content: () => html`<${WardList} wardId=${wardId} me=${me} codes=${codes} store=${store} live=${live} outbox=${box} delays=${delays()} />` }
}))

function say({ before, after }) {
  if (after.kind !== "spell") return
  if (after.gone) announce(`${spoken(after.person)} is no longer on this list`)
  else if (after.stage === "expected") before || announce(`${spoken(after.person)} is expected on this ward`)
  else if (!before || before.stage === "expected") announce(`${spoken(after.person)} is new in bed ${after.bed}`)
}
