/** Every service by how far it can be believed: counted lately, to be rung, and closed for now. Live. */
import { html } from "../html.js"
import { useKeptFocus } from "../focus.js"
import { may, wordsOf } from "../session.js"
import { CapacityRows, NumberHeads } from "./capacity.js"
import { unconfirmed } from "./counts.js"
import { Filters } from "./filters.js"
import { NothingChanged } from "./nothing-changed.js"
import { Phone, believedWords, closedWords, countedAgo } from "./words.js"

export function Directory({ me, codes, store, live, filters }) {
  useKeptFocus()
  const now = live.minute.value
  const all = [...store.services.value.values()].sort((a, b) => a.name.localeCompare(b.name))
  const shown = all.filter((row) => filters.passes(row, store.places.value))
  const open = shown.filter((row) => !row.closed_for)
  const its = { me, codes, store, live, now }
  return html`
    <div class="hw-title"><h1 class="nhsuk-heading-m">${me.role === "provider" ? "Your services" : "Services"}</h1><p class="hw-quiet">${me.system_name}</p></div>
    ${!live.refusal.value && html`<${Filters} filters=${filters} codes=${codes} lines=${new Set(all.map(({ line }) => line))} />`}
    ${!live.first.value ? !live.refusal.value && html`<p class="hw-empty">Reading the services…</p>` : html`
      <p role="status" class="hw-quiet">${shown.length === all.length ? `${all.length} services` : `${shown.length} of ${all.length} services`}</p>
      <${Group} ...${its} id="counted" title="Counted lately" rows=${open.filter((row) => !unconfirmed(row, codes, now))}
        empty="No count is young enough to be believed. Ring the services below." />
      <${Group} ...${its} id="unconfirmed" title="Unconfirmed: ring" rows=${open.filter((row) => unconfirmed(row, codes, now))}
        empty="Nobody need be rung: every count is young." />
      <${Group} ...${its} id="closed" title="Closed for now" rows=${shown.filter((row) => row.closed_for)} empty="No service is closed." />`}`
}

function Group({ id, title, rows, empty, ...its }) {
  return html`<section class="hw-services" aria-labelledby=${id}>
    <h2 class="nhsuk-heading-s" id=${id}>${title} <span class="hw-quiet">${rows.length}</span></h2>
    ${rows.length === 0 ? html`<p class="hw-empty">${empty}</p>` : html`<table class="nhsuk-table hw-capacity" aria-labelledby=${id}>
      <thead><tr>
        <th class="nhsuk-table__header" scope="col">Service</th><th class="nhsuk-table__header" scope="col">What</th>
        <${NumberHeads} /><th class="nhsuk-table__header" scope="col">How it stands</th>
      </tr></thead>
      ${rows.map((row) => html`<${CapacityRows} key=${row.id} row=${row} codes=${its.codes} now=${its.now}
        lead=${(lines) => html`<${Service} row=${row} lines=${lines} ...${its} />`} last=${(lines) => html`<${Standing} row=${row} lines=${lines} ...${its} />`} />`)}
    </table>`}
  </section>`
}

function Service({ row, lines, codes, store }) {
  const fresh = store.fresh.value.get(row.id)
  return html`<th class="nhsuk-table__cell hw-service" scope="rowgroup" rowspan=${lines}>
    <a class="hw-service__name" href=${`/services/${row.id}`} data-focus=${`service-${row.id}`}>${row.name}</a> ${fresh && html`<span class="hw-news">${fresh}</span>`}
    <span class="hw-service__line">${wordsOf(codes.service_lines, row.line)}, ${row.pathway}</span>
    <span class="hw-quiet">${store.places.value.get(row.organisation_id)?.name ?? ""}</span>
  </th>`
}

function Standing({ row, lines, me, codes, live, now }) {
  const old = unconfirmed(row, codes, now)
  return html`<td class="nhsuk-table__cell hw-standing" rowspan=${lines}>
    ${row.closed_for && html`<p><strong>${closedWords(row, codes)}</strong></p>`}
    <p class=${old ? "hw-overdue" : ""}>${countedAgo(row, now)}${old ? "" : `, ${believedWords(row, codes, now)}`}</p>
    <p>${old ? html`<strong>Ring</strong>` : "Ring"} <${Phone} phone=${row.phone} /></p>
    ${may(me, "confirm_capacity") && row.units.length > 0 && html`<${NothingChanged} row=${row} live=${live} />`}
  </td>`
}
