/** Every version of a list, a calendar or a ladder: who set it, when, and what it changed; read when it is opened. */
import { html, useState } from "../html.js"
import { get } from "../http.js"
import { localTime, longDate } from "../time.js"

/** `path` is where it is read, `of` what it is the history of, `none` what is said where there is none. */
export function History({ path, of, none = "Nobody has set it yet." }) {
  const [versions, setVersions] = useState(null)
  const read = async ({ currentTarget }) => currentTarget.open && !versions && setVersions((await get(path)).versions)
  return html`<details class="nhsuk-details" onToggle=${read}>
    <summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">Versions${of && html`<span class="nhsuk-u-visually-hidden"> of ${of}</span>`}</span></summary>
    <div class="nhsuk-details__text">
      ${versions?.length === 0 && html`<p>${none}</p>`}
      <ol class="nhsuk-list">${versions?.map((each) => html`<li key=${each.version}><strong>Version ${each.version}</strong>, ${longDate(each.at)} ${localTime(each.at)}, ${each.by}: ${each.words}</li>`)}</ol>
    </div>
  </details>`
}
