/** Who frees what: who could go on which day if whom leaves by noon, and whom nothing that is expected helps. */
import { html, useState } from "../html.js"
import { useKeptFocus } from "../focus.js"
import { packageWords } from "../search/need.js"
import { may, wordsOf } from "../session.js"
import { slot } from "../time.js"
import { people } from "../weekend/words.js"
import { whoseOf } from "../whose.js"
import { Move } from "./move.js"
import { onWords, whereWords } from "./words.js"

export function WhoFreesWhat({ me, codes, store, live, told, trouble, whose, choose }) {
  useKeptFocus()
  const [line, setLine] = useState("")
  const now = live.minute.value
  const its = { codes, now, places: store.places.value }
  const shown = ({ who }) => !line || who.package.line === line
  const moves = told?.moves.filter(shown) ?? []
  const stuck = told?.stuck.filter(shown) ?? []
  const lines = [...new Set([...(told?.moves ?? []), ...(told?.stuck ?? [])].map(({ who }) => who.package.line))].sort()
  const days = [...new Set(moves.map(({ on }) => on))]
  const reasons = [...new Set(stuck.map(({ words }) => words))]
  return html`
    <div class="hw-title"><h1 class="nhsuk-heading-m">Who frees what</h1>
      ${told && html`<p class="hw-quiet">${people(moves.length)} could go, ${stuck.length} not yet · as at ${slot(told.at, now)}</p>`}</div>
    <p>What could be, in the written order: agreed slots first, then who is ready longest. Nothing is held by it. ${may(me, "send_request") && html`<a href="/brokerage">Requests to services</a>`}</p>
    ${trouble && html`<p class="hw-notice" role="alert">${trouble}</p>`}
    <div class="hw-filters hw-no-print">
      <${Choice} id="whose" label="Whose" value=${whose} options=${whoseOf(me, its.places)} choose=${choose} />
      <${Choice} id="line" label="Line of service" value=${line} options=${[{ code: "", words: "All" }, ...lines.map((code) => ({ code, words: wordsOf(codes.service_lines, code) }))]} choose=${setLine} />
    </div>
    ${told && html`<div class="hw-chain">
      <section aria-labelledby="could"><h2 class="nhsuk-heading-s" id="could">Could go</h2>
        ${moves.length === 0 && html`<p class="hw-empty">No place that comes free in the coming six weeks helps anybody who waits.</p>`}
        ${days.map((on) => html`<h3 class="nhsuk-heading-xs" key=${on}>${capital(onWords(on, now))}</h3>
          <ul class="hw-offers">${moves.filter((move) => move.on === on).map((move) => html`<${Move} key=${move.who.case_id} move=${move} ...${its} />`)}</ul>`)}
      </section>
      ${stuck.length > 0 && html`<section aria-labelledby="stuck"><h2 class="nhsuk-heading-s" id="stuck">No expected leaving helps <span class="hw-quiet">(${stuck.length})</span></h2>
        ${reasons.map((words) => html`<h3 class="nhsuk-heading-xs" key=${words}>${words}</h3>
          <ul class="hw-offers">${stuck.filter((each) => each.words === words).map((each) => html`<${Stuck} key=${each.who.case_id} stuck=${each} ...${its} />`)}</ul>`)}
      </section>`}
      ${told.overdue.length > 0 && html`<${Overdue} overdue=${told.overdue} services=${store.services.value} now=${now} />`}
    </div>`}`
}

const capital = (words) => words[0].toUpperCase() + words.slice(1)

const Choice = ({ id, label, value, options, choose }) => html`<div class="hw-filter"><label for=${id}>${label}</label>
  <select class="nhsuk-select" id=${id} value=${value} onChange=${({ target }) => choose(target.value)}>${options.map(({ code, words }) => html`<option key=${code} value=${code} selected=${code === value}>${words}</option>`)}</select></div>`

function Stuck({ stuck: { who, against, ring }, codes, places }) {
  return html`<li class="hw-offer">
    <p><a href=${`/cases/${who.case_id}`} data-focus=${who.case_id}><strong>${who.name}</strong></a> <span class="hw-quiet">${whereWords(who, places)}</span></p>
    <p>${packageWords(who.package, codes)}</p>
    ${against.length > 0 && html`<p>${against.join(" · ")}</p>`}
    ${ring.map(({ service_id: id, service, phone }) => html`<p key=${id}>Ring <a href=${`/services/${id}`}>${service}</a>${phone ? html`, <a href=${`tel:${phone.replaceAll(" ", "")}`}>${phone}</a>` : ""}</p>`)}
  </li>`
}

const Overdue = ({ overdue, services, now }) => html`<section aria-labelledby="overdue"><h2 class="nhsuk-heading-s" id="overdue">Were to have left: plan anew, or discharge</h2>
  <ul class="hw-offers">${overdue.map(({ case_id: id, name, service_id: service, at }) => html`<li class="hw-offer" key=${id}><p><a href=${`/cases/${id}`}><strong>${name}</strong></a>, ${services.get(service)?.name ?? "a service"}: <span class="hw-overdue">to leave ${slot(at, now)}</span></p></li>`)}</ul>
</section>`
