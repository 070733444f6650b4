/** One tap: what is shown of the service is right. Says what came of it; the row itself comes live. */
import { html, useState } from "../html.js"
import { Problem, put } from "../http.js"

export function NothingChanged({ row, live }) {
  const [said, say] = useState("")
  const [busy, setBusy] = useState(false)
  async function confirm() {
    if (busy) return
    setBusy(true)
    try {
      await put(`/services/${row.id}/capacity/confirmation`, { looked_at: live.serverTime() })
      say("Thank you: the count is young again.")
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem
      say(problem.message)
    } finally {
      setBusy(false)
    }
  }
  return html`<div class="hw-unchanged">
    <button class="nhsuk-button nhsuk-button--secondary nhsuk-button--small" type="button" aria-disabled=${busy} data-focus=${`unchanged-${row.id}`} onClick=${confirm}>
      Nothing changed<span class="nhsuk-u-visually-hidden"> at ${row.name}</span>
    </button>
    <span role="status">${said}</span>
  </div>`
}
