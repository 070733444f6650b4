/** Whether somebody assessed, how old that is, what services ask, and the way to it. */
import { html, useEffect, useState } from "../html.js"
import { get } from "../http.js"
import { slot } from "../time.js"

/** Read again whenever the case was. */
export function AssessmentLine({ details }) {
  const { id: caseId } = details.case
  const [latest, setLatest] = useState(null)
  useEffect(() => void get(`/cases/${caseId}/assessments`).then(({ assessments }) => setLatest(assessments[0] ?? null), () => {}), [details])
  const now = new Date().toISOString()
  return html`
    ${latest ? html`<p>${latest.title}, version ${latest.number}, by ${latest.by}. <strong class=${latest.valid ? "" : "hw-overdue"}>${latest.valid ? `May be relied on until ${slot(latest.valid_until, now)}` : "Is it still true?"}</strong></p>` : html`<p class="hw-quiet">Not signed yet.</p>`}
    ${latest?.open_items > 0 && html`<p class="hw-overdue">${latest.open_items} ${latest.open_items === 1 ? "item waits" : "items wait"} for an answer to a service.</p>`}
    <p><a href=${`/cases/${caseId}/assessment`}>Open the assessment</a></p>`
}
