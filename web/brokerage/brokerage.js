/** What is out: who was asked for whom, who has said what, what expires next; by line, patch and window. */
import { html, useState } from "../html.js"
import { useKeptFocus } from "../focus.js"
import { nameOf } from "../names.js"
import { packageWords } from "../search/need.js"
import { saidWords } from "../search/asked.js"
import { slot } from "../time.js"

export function Brokerage({ codes, store, live }) {
  useKeptFocus()
  const [patch, setPatch] = useState("")
  const [window_, setWindow] = useState("")
  const now = live.minute.value
  const all = [...store.requests.value.values()].sort(byNext)
  const patches = [...new Set(all.map(({ package: { sector } }) => sector).filter(Boolean))].sort()
  const shown = all.filter(({ package: { sector, calls } }) => (!patch || sector === patch) && (!window_ || calls.some((call) => call.window === window_)))
  const pick = (label, value, set, options) => html`<div class="hw-filter"><label for=${`by-${label}`}>${label}</label>
    <select class="nhsuk-select" id=${`by-${label}`} value=${value} onChange=${({ target }) => set(target.value)}><option value="">All</option>${options.map(({ code, words }) => html`<option value=${code}>${words}</option>`)}</select></div>`
  return html`<h1 class="nhsuk-heading-m">Requests to services</h1>
    <p><a href="/who-frees-what">Who frees what</a>: who could go when, by a place that somebody leaves</p>
    <div class="hw-filters">
      ${pick("Patch", patch, setPatch, patches.map((code) => ({ code, words: code })))}
      ${pick("Window", window_, setWindow, codes.windows)}
    </div>
    ${!live.first.value && !live.refusal.value && html`<p class="hw-empty">Reading the requests…</p>`}
    ${live.first.value && !shown.length && html`<p class="hw-empty">No requests are out. Open a case with a pathway to send one.</p>`}
    <ul class="hw-offers">${shown.map((request) => html`<${Request} key=${request.id} request=${request} kase=${store.cases.value.get(request.case_id)} services=${store.services.value} codes=${codes} now=${now} />`)}</ul>`
}

/** What must be answered first comes first; then what nobody could do, and what waits for the hub. */
const byNext = (a, b) => (a.answer_by ?? "9").localeCompare(b.answer_by ?? "9") || a.sent_at.localeCompare(b.sent_at)

function Request({ request, kase, services, codes, now }) {
  const said = (offer) => saidWords({ ...offer, why_not: codes.declines.find(({ code }) => code === offer.code)?.words }, now)
  return html`<li class="hw-offer">
    <div class="hw-offer__head"><h2 class="nhsuk-heading-xs"><a href=${`/cases/${request.case_id}`} data-focus=${request.id}>${kase ? nameOf(kase.person) : "A case that is closed"}</a></h2>
      <p>${request.answer_by ? html`<strong>Next answer due ${slot(request.answer_by, now)}</strong>` : "Nobody has to answer now"}</p></div>
    <p>${packageWords(request.package, codes)}</p>
    <ul class="nhsuk-list">${request.offers.map((offer) => html`<li key=${offer.offer_id}><strong>${services.get(offer.service_id)?.name ?? "A service"}</strong>: ${said(offer)}</li>`)}</ul>
  </li>`
}
