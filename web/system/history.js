/** Every version of a list: who set it, when, and what it changed; read when it is opened. */
import { html, useState } from "../html.js"
import { get } from "../http.js"
import { localTime, longDate } from "../time.js"

export function History({ kind }) {
  const [versions, setVersions] = useState(null)
  const read = async ({ currentTarget }) => currentTarget.open && !versions && setVersions((await get(`/practice/${kind}/history`)).versions)
  return html`<details class="nhsuk-details" onToggle=${read}>
    <summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">Versions</span></summary>
    <div class="nhsuk-details__text">
      ${versions?.length === 0 && html`<p>The local default stands; nobody has changed it.</p>`}
      <ol class="nhsuk-list">${versions?.map((each) => html`<li key=${each.version}><strong>Version ${each.version}</strong>, ${longDate(each.at)} ${localTime(each.at)}, ${each.by}: ${each.words}</li>`)}</ol>
    </div>
  </details>`
}
