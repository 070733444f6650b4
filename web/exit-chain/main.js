/** Starts the page of who frees what: read again soon after anything moved, and each minute. */
import { html, signal } from "../html.js"
import { followed } from "../delays/reading.js"
import { connect } from "../live.js"
import { rowStore } from "../rows.js"
import { aboutPeople, start } from "../start.js"
import { whoseOf } from "../whose.js"
import { WhoFreesWhat } from "./page.js"

start(aboutPeople(async ({ me, codes }) => {
  const store = rowStore()
  const live = connect(store, ["case", "spell", "service", "place"].map((kind) => ({ kind, scope: "*" })))
  const options = whoseOf(me, new Map())
  const whose = signal(options[0].code)
  const chain = followed(() => `/exit-chain${options.find(({ code }) => code === whose.value).query}`, store, live)
  await chain.read()
  const choose = (next) => ((whose.value = next), chain.read())
  return { live, content: () => html`<${WhoFreesWhat} me=${me} codes=${codes} store=${store} live=${live} told=${chain.told.value} trouble=${chain.trouble.value} whose=${whose.value} choose=${choose} />` }
}))
