/** Starts the page of the weekend: read again soon after anything moved, and each minute. */
import { html, signal } from "../html.js"
import { followed } from "../delays/reading.js"
import { connect } from "../live.js"
import { rowStore } from "../rows.js"
import { aboutPeople, start } from "../start.js"
import { whoseOf } from "../whose.js"
import { WeekendPage } from "./page.js"

start(aboutPeople(async ({ me, codes }) => {
  const store = rowStore()
  const live = connect(store, ["spell", "case", "note", "escalation", "staff", "place"].map((kind) => ({ kind, scope: "*" })))
  const options = whoseOf(me, new Map())
  const whose = signal(options[0].code)
  const weekend = followed(() => `/weekend${options.find(({ code }) => code === whose.value).query}`, store, live)
  await weekend.read()
  const choose = (next) => ((whose.value = next), weekend.read())
  return { live, content: () => html`<${WeekendPage} me=${me} codes=${codes} store=${store} live=${live} told=${weekend.told.value} trouble=${weekend.trouble.value} whose=${whose.value} choose=${choose} />` }
}))
