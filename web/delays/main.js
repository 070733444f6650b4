/** Starts the page of why people are still here, or that of one person. */
import { html, signal } from "../html.js"
import { connect } from "../live.js"
import { rowStore } from "../rows.js"
import { may } from "../session.js"
import { aboutPeople, start } from "../start.js"
import { whoseOf } from "../whose.js"
import { Delays } from "./list.js"
import { One } from "./one.js"
import { followed } from "./reading.js"

const spellId = location.pathname.split("/")[2]

start(aboutPeople(async ({ me, codes }) => {
  const store = rowStore()
  const inBeds = may(me, "record_stay_blocker") && !spellId
  const kinds = ["spell", "case", "place", ...(inBeds ? ["stay", "stay_night", "service"] : []), ...(spellId ? ["escalation", "ladder", "staff"] : [])]
  const live = connect(store, kinds.map((kind) => ({ kind, scope: "*" })))
  const its = { me, codes, store, live }
  if (spellId) {
    const delay = followed(() => `/spells/${spellId}/delay`, store, live)
    await delay.read()
    return { live, content: () => html`<${One} ...${its} delay=${delay.told.value} trouble=${delay.trouble.value} refresh=${delay.read} />` }
  }
  const options = whoseOf(me, new Map())
  const whose = signal(options[0].code)
  const delays = followed(() => `/delays${options.find(({ code }) => code === whose.value).query}`, store, live)
  const beds = inBeds && followed(() => `/stays/delays${whose.value === "hub" ? `?hub_id=${me.hub_id}` : ""}`, store, live)
  const read = () => Promise.all([delays.read(), beds && beds.read()])
  await read()
  const choose = (next) => ((whose.value = next), read())
  return { live, content: () => html`<${Delays} ...${its} told=${delays.told.value} inBeds=${beds && beds.told.value} trouble=${delays.trouble.value || (beds && beds.trouble.value)} whose=${whose.value} choose=${choose} />` }
}))
