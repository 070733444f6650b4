/** One person: why they are still here now, what is in the way, every reason since they were ready, and each night. */
import { EscalationsPart } from "../escalations/part.js"
import { html, useState } from "../html.js"
import { Problem, put } from "../http.js"
import { nameOf } from "../names.js"
import { count } from "../ready.js"
import { may, wordsOf } from "../session.js"
import { longDate, slot } from "../time.js"
import { RecordBlocker, SetReason } from "./forms.js"
import { Nights } from "./nights.js"
import { Reason, pounds, reasonWords } from "./words.js"

export function One({ me, codes, store, live, delay, trouble, refresh }) {
  const [said, say] = useState("")
  const [problem, setProblem] = useState("")
  const now = live.minute.value
  if (!delay) return html`<h1 class="nhsuk-heading-m">Why still here</h1><p class="hw-empty">${trouble || "Reading…"}</p>`
  const spell = store.spells.value.get(delay.spell_id)
  const path = `/spells/${delay.spell_id}`

  /** Sends something that needs no form, then reads again. */
  async function tell(where, what, words) {
    setProblem("")
    try {
      await put(`${path}${where}`, what)
      say(words)
    } catch (refusal) {
      if (!(refusal instanceof Problem)) throw refusal
      setProblem(refusal.message)
    }
    await refresh()
  }
  const done = (words) => (say(words), refresh())
  const its = { me, codes, now, path, tell, done, refused: refresh }
  return html`
    <div class="hw-title"><h1 class="nhsuk-heading-m">Why still here: ${nameOf(spell?.person)}</h1>
      <p class="hw-quiet">${[spell?.bed, store.places.value.get(spell?.ward_id)?.name].filter(Boolean).join(" · ")}</p></div>
    <p class="hw-quiet"><a href="/delays">The list</a>${delay.case_id && html` · <a href=${`/cases/${delay.case_id}`}>The case</a>`}</p>
    <p class="hw-done" role="status">${said}</p>
    ${problem && html`<p class="hw-overdue" role="alert">${problem}</p>`}
    ${trouble && html`<p class="hw-notice" role="alert">${trouble}</p>`}
    <${Now} delay=${delay} codes=${codes} now=${now} />
    <section class="hw-part" aria-labelledby="blockers"><h2 class="nhsuk-heading-s" id="blockers">In the way</h2>
      ${delay.blockers.length === 0 && html`<p class="hw-quiet">Nobody recorded anything. What the case itself waits for is derived, and stands above.</p>`}
      <ul class="hw-blockers">${delay.blockers.map((each) => html`<${Blocker} key=${each.blocker_id} blocker=${each} ...${its} />`)}</ul>
      ${delay.set_reasons.filter(({ end }) => !end).map((each) => html`<${OwnReason} key=${each.override_id} own=${each} ...${its} />`)}
      ${may(me, "record_blocker") && html`<${RecordBlocker} ...${its} /><${SetReason} ...${its} />`}
    </section>
    <${StayEscalations} spellId=${delay.spell_id} here=${Boolean(spell)} store=${store} me=${me} codes=${codes} now=${now} refresh=${refresh} />
    <${Spans} spans=${delay.spans} codes=${codes} now=${now} />
    <${Nights} nights=${delay.nights} places=${store.places.value} ...${its} />`
}

/** Of the stay, whether there is a case or not; nothing is raised on one that is over. */
function StayEscalations({ spellId, here, store, me, ...its }) {
  const rows = [...store.escalations.value.values()].filter((row) => row.spell_id === spellId)
  const can = here && may(me, "raise_escalation")
  return (rows.length > 0 || can) && html`<${EscalationsPart} rows=${rows} path=${can && `/spells/${spellId}`} store=${store} me=${me} ...${its} />`
}

function Now({ delay, codes, now }) {
  if (!delay.ready) return html`<p class="hw-empty">Not waiting: this person meets the criteria to reside, was not reviewed yet, or has left.</p>`
  const latest = delay.spans.at(-1)
  const others = (latest?.open ?? []).filter((each) => each !== latest.reason)
  return html`<div class="hw-part"><p class="hw-now"><strong><${Reason} codes=${codes} reason=${latest?.reason ?? null} /></strong>${latest && html` <span class="hw-quiet">since ${slot(latest.start, now)}</span>`}</p>
    ${others.length > 0 && html`<p>Also open: ${others.map((each) => reasonWords(codes, each)).join("; ")}</p>`}
    <p class="hw-quiet">Ready since ${longDate(delay.ready_date)} · ${count(delay.days, "day")} · ${count(delay.nights.length, "night")} in all · ${pounds(delay.cost)}</p></div>`
}

function Blocker({ blocker, codes, now, me, tell }) {
  const { blocker_id: id, reason, owner, words, stops_leaving: stops, start, end, fits } = blocker
  const whose = html`<span class="nhsuk-u-visually-hidden">: ${reasonWords(codes, reason)}</span>`
  return html`<li class=${end ? "hw-quiet" : ""}>
    <p><strong>${reasonWords(codes, reason)}</strong> · ${wordsOf(codes.task_owners, owner)} · ${stops ? "stops leaving" : "does not stop leaving"}
      ${!fits && html` <strong class="nhsuk-tag nhsuk-tag--orange">Does not fit the pathway</strong>`}</p>
    ${words && html`<p class="hw-said">${words}</p>`}
    <p class="hw-quiet">Since ${slot(start, now)}${end ? `, until ${slot(end, now)}` : ""}</p>
    ${!end && may(me, "end_blocker") && html`<p class="hw-blockers__can">
      <button class="hw-link" type="button" onClick=${() => tell(`/blockers/${id}/end`, {}, "Out of the way.")}>Out of the way${whose}</button>
      <button class="hw-link" type="button" onClick=${() => tell(`/blockers/${id}/mark`, { stops_leaving: !stops }, stops ? "It no longer stops leaving." : "It stops leaving now.")}>${stops ? "No longer stops leaving" : "Stops leaving now"}${whose}</button>
      <button class="hw-link" type="button" onClick=${() => tell(`/blockers/${id}/withdrawal`, {}, "Taken back.")}>Recorded by mistake${whose}</button>
    </p>`}
  </li>`
}

const OwnReason = ({ own, codes, now, me, tell }) => html`<div class="hw-notice"><p><strong>Set by hand: ${reasonWords(codes, own.reason)}</strong> <span class="hw-quiet">since ${slot(own.start, now)}</span></p>
  <p class="hw-said">${own.words}</p>
  ${may(me, "end_set_reason") && html`<button class="hw-link" type="button" onClick=${() => tell(`/set-reasons/${own.override_id}/end`, {}, "The derived reason counts again.")}>Let the derived reason count again</button>`}</div>`

const Spans = ({ spans, codes, now }) => html`<section class="hw-part" aria-labelledby="spans"><h2 class="nhsuk-heading-s" id="spans">Every reason since ready</h2>
  ${spans.length === 0 && html`<p class="hw-quiet">None: this person has not been ready.</p>`}
  <ol class="hw-spans" reversed>${[...spans].reverse().map((each) => html`<li key=${each.start}><${Reason} codes=${codes} reason=${each.reason} /> <span class="hw-quiet">${slot(each.start, now)} to ${each.end ? slot(each.end, now) : "now"}</span></li>`)}</ol></section>`
