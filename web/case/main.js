/** Starts a case's page: reads the case, and reads it again whenever its row or its spell's row has moved. */
import { effect, html, signal } from "../html.js"
import { get } from "../http.js"
import { connect } from "../live.js"
import { rowStore } from "../rows.js"
import { start } from "../start.js"
import { Case } from "./case.js"

const caseId = location.pathname.split("/").at(-1)
const RETRY = 3_000

start(async ({ me, codes }) => {
  const details = signal(await get(`/cases/${caseId}`))
  const store = rowStore()
  const live = connect(store, watched(details.value))
  let [reading, again] = [null, false]

  /** One reading at a time; asked meanwhile, it reads once more. A failed reading keeps what is on screen and comes back. */
  async function refresh() {
    again = true
    reading ??= readAll().finally(() => (reading = null))
    await reading
  }

  async function readAll() {
    while (again) {
      again = false
      const latest = await get(`/cases/${caseId}`).catch(() => null)
      if (latest) details.value = latest
      else setTimeout(refresh, RETRY)
    }
    live.rewatch(watched(details.value))
  }

  // Positions are the system's own order, so one number tells whether what was read is behind.
  let read = newest(details.value)
  effect(() => {
    const heard = Math.max(store.heard(caseId), store.heard(details.value.case.spell_id))
    if (heard <= read) return
    read = heard
    refresh()
  })
  return { live, content: () => html`<${Case} me=${me} codes=${codes} store=${store} live=${live} details=${details} refresh=${refresh} />` }
})

const newest = ({ case: kase, spell }) => Math.max(kase.position, spell?.position ?? 0)

function watched({ case: kase, spell }) {
  const scopes = [["case", kase.scope], ["staff", "*"], ["place", "*"], ...(spell ? [["spell", spell.scope]] : [])]
  return scopes.map(([kind, scope]) => ({ kind, scope }))
}
