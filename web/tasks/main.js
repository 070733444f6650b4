/** Starts the page of unfulfilled tasks: one list at a time, chosen in the address, followed live. */
import { html, signal } from "../html.js"
import { connect } from "../live.js"
import { rowStore } from "../rows.js"
import { aboutPeople, start } from "../start.js"
import { TaskLists } from "./lists.js"

start(aboutPeople(async ({ me, codes }) => {
  const first = me.hub_id ? "hub" : "ward"
  const known = (list) => codes.task_lists.some(({ code }) => code === list)
  const inAddress = () => (known(location.hash.slice(1)) ? location.hash.slice(1) : first)
  const list = signal(inAddress())
  const store = rowStore()
  const watched = () => [{ kind: "task", scope: list.value }, ...["spell", "place", "staff"].map((kind) => ({ kind, scope: "*" }))]
  const live = connect(store, watched())
  addEventListener("hashchange", () => {
    if (list.value === inAddress()) return
    list.value = inAddress()
    live.rewatch(watched())
  })
  return { live, content: () => html`<${TaskLists} me=${me} codes=${codes} store=${store} live=${live} list=${list.value} />` }
}))
