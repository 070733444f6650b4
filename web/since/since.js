/** What happened since a board round, case by case, on the screen and on paper. */
import { html } from "../html.js"
import { wordsOf } from "../session.js"
import { localTime, shortDate } from "../time.js"

export function Since({ me, codes, store, live, told, failed, back, choose }) {
  const rounds = store.rounds.value.get(me.hub_id)?.rounds ?? []
  const hub = store.places.value.get(me.hub_id)?.name
  return html`
    <div class="hw-title"><h1 class="nhsuk-heading-m">Since the board round</h1><p class="hw-quiet">${told?.held_at ? `${when(told.held_at)} until ${when(live.minute.value)}` : ""}${hub ? ` · ${hub}` : ""}</p></div>
    ${failed && html`<p class="hw-notice" role="alert">${failed}</p>`}
    ${told && !told.held_at && html`<p class="hw-empty">No board round was recorded yet. Press <strong>Board round held</strong> on the board when you have gone through it; the next time, what happened since stands here.</p>`}
    ${told?.held_at && html`<div class="hw-filters">
      <div class="hw-filter hw-filter--wide"><label for="round">Since</label>
        <select class="nhsuk-select" id="round" value=${back} onChange=${({ target }) => choose(Number(target.value))}>
          ${rounds.map(({ at }, n) => html`<option key=${at} value=${n + 1} selected=${back === n + 1}>${when(at)}${n ? "" : ", the last round"}</option>`)}
        </select></div>
      <button class="nhsuk-button nhsuk-button--secondary nhsuk-button--small hw-print-button" type="button" onClick=${() => print()}>Print</button>
      <a href="/board">Back to the board</a>
    </div>
    ${told.cases.length === 0 && html`<p class="hw-empty">Nothing has happened since on the cases of this hub.</p>`}
    ${told.cases.map((kase) => html`<${News} key=${kase.case_id} kase=${kase} codes=${codes} />`)}`}`
}

function News({ kase: { case_id: id, name, bed, ward, lines }, codes }) {
  return html`<section class="hw-since" aria-labelledby=${`case-${id}`}>
    <h2 class="nhsuk-heading-s" id=${`case-${id}`}><a href=${`/cases/${id}`}>${name || "Name not known"}</a> <span class="hw-quiet">${[bed, ward].filter(Boolean).join(" · ")}</span></h2>
    ${lines.length === 0 && html`<p class="hw-quiet">The person's details changed.</p>`}
    <ul class="hw-since__lines">${lines.map(({ position, at, by, role, words }) => html`<li key=${position}>${words} <span class="hw-quiet">${when(at)} · ${by}${role ? `, ${wordsOf(codes.roles, role)}` : ""}</span></li>`)}</ul>
  </section>`
}

const when = (at) => `${shortDate(at)}, ${localTime(at)}`
