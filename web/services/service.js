/** One service: what is free now, what it says of itself, its forms, and its history. */
import { html, useState } from "../html.js"
import { useKeptFocus } from "../focus.js"
import { may } from "../session.js"
import { CapacityRows, NumberHeads } from "./capacity.js"
import { CountForm } from "./count-form.js"
import { unconfirmed } from "./counts.js"
import { DescriptionForm } from "./description-form.js"
import { DoorForm } from "./door-form.js"
import { History } from "./history.js"
import { NothingChanged } from "./nothing-changed.js"
import { Particulars } from "./particulars.js"
import { believedWords, closedWords, countedAgo, lineOf } from "./words.js"

export function Service({ me, codes, store, live, page: held }) {
  useKeptFocus()
  const [row, page, now] = [held.row.value, held.page.value, live.minute.value]
  const [done, say] = useState("")
  const old = unconfirmed(row, codes, now)
  const saved = async (words) => (await held.refresh(), say(words))
  const its = { row, codes, live, saved }
  return html`
    <p><a href="/services">${me.role === "provider" ? "Your services" : "All services"}</a></p>
    <div class="hw-title"><h1 class="nhsuk-heading-m">${row.name}</h1><p class="hw-quiet">${lineOf(row, codes)}${organisation(store, row)}</p></div>
    ${row.closed_for && html`<p class="hw-notice"><strong>${closedWords(row, codes)}</strong></p>`}
    <section aria-labelledby="now">
      <h2 class="nhsuk-heading-s" id="now">Now</h2>
      <p class=${old ? "hw-overdue" : ""}>${countedAgo(row, now)}${old ? ". Unconfirmed: ring." : `, ${believedWords(row, codes, now)}.`}</p>
      <table class="nhsuk-table hw-capacity" aria-labelledby="now">
        <thead><tr><th class="nhsuk-table__header" scope="col">What</th><${NumberHeads} /></tr></thead>
        <${CapacityRows} row=${row} codes=${codes} now=${now} />
      </table>
      ${may(me, "confirm_capacity") && row.units.length > 0 && html`<${NothingChanged} row=${row} live=${live} />`}
    </section>
    <p class="hw-done" role="status">${done}</p>
    <section class="hw-says" aria-labelledby="particulars">
      <h2 class="nhsuk-heading-s" id="particulars">What it can take</h2>
      <${Particulars} row=${row} codes=${codes} />
    </section>
    ${may(me, "declare_capacity") && html`<section class="hw-says hw-moves" aria-labelledby="say">
      <h2 class="nhsuk-heading-s" id="say">Say how it is</h2>
      <${Opened} name="count" title="Count it anew"><${CountForm} ...${its} /><//>
      <${Opened} name="describe" title="Change what it can take"><${DescriptionForm} ...${its} etag=${page.etag} refresh=${held.refresh} /><//>
      <${Opened} name="door" title=${row.closed_for ? "Take people again, or close otherwise" : "Close for now"}><${DoorForm} ...${its} /><//>
    </section>`}
    <${History} lines=${page.history} now=${now} />`
}

const organisation = (store, row) => {
  const name = store.places.value.get(row.organisation_id)?.name
  return name ? `, run by ${name}` : ""
}

const Opened = ({ name, title, children }) => html`<details class="nhsuk-details hw-move" id=${name}>
  <summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">${title}</span></summary>
  <div class="nhsuk-details__text">${children}</div>
</details>`
