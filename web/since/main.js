/** Starts the page of what happened since the last board round; reads it again when the system has moved. */
import { html, signal } from "../html.js"
import { get } from "../http.js"
import { connect } from "../live.js"
import { oneAtATime } from "../reading.js"
import { rowStore } from "../rows.js"
import { aboutPeople, start } from "../start.js"
import { Since } from "./since.js"

const PAUSE = 2_000

start(aboutPeople(async ({ me, codes }) => {
  const [back, told, failed] = [signal(1), signal(null), signal("")]
  const store = rowStore()
  const live = connect(store, [...["case", "note", "board_round"].map((kind) => ({ kind, scope: me.hub_id ?? "*" })), { kind: "place", scope: "*" }])
  let timer = null

  const read = oneAtATime(async () => {
    try {
      told.value = await get(`/hubs/${me.hub_id}/since-board-round?back=${back.value}`)
      failed.value = ""
    } catch (problem) {
      failed.value = problem.message
    }
  })

  function soon() {
    timer = null
    read()
  }

  store.onHeard(() => (timer ??= setTimeout(soon, PAUSE)))
  if (me.hub_id) await read()
  const choose = (rounds) => ((back.value = rounds), read())
  return { live, content: () => html`<${Since} me=${me} codes=${codes} store=${store} live=${live} told=${told.value} failed=${failed.value} back=${back.value} choose=${choose} />` }
}))
