/**
 * Why one person is still in a bed, in hospital or in the community: now, what is in the way, every reason since they
 * were ready, and each night. `delay` as the server tells it; what is said goes to `path`, as far as `can` lets.
 */
import { html, useState } from "../html.js"
import { Problem, put } from "../http.js"
import { count } from "../ready.js"
import { wordsOf } from "../session.js"
import { longDate, slot } from "../time.js"
import { RecordBlocker, SetReason } from "./forms.js"
import { unwellWords } from "./measured.js"
import { Nights } from "./nights.js"
import { Snapshots } from "./snapshots.js"
import { Reason, WaitsFor, pounds, reasonWords } from "./words.js"

/** `can`: {say, end, endReason, contest}. `id` keeps several on one page apart; `heading` is the level of their parts. */
export function DelayParts({ delay, path, can, codes, places, now, refresh, nobody, id = "", heading = "h2" }) {
  const [said, say] = useState("")
  const [problem, setProblem] = useState("")

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
  const its = { codes, now, path, can, id, heading, tell, done, refused: refresh }
  return html`
    <p class="hw-done" role="status">${said}</p>
    ${problem && html`<p class="hw-overdue" role="alert">${problem}</p>`}
    <${Now} delay=${delay} codes=${codes} places=${places} now=${now} nobody=${nobody} />
    <section class="hw-part" aria-labelledby=${`${id}blockers`}><${heading} class="nhsuk-heading-s" id=${`${id}blockers`}>In the way<//>
      ${delay.blockers.length === 0 && html`<p class="hw-quiet">Nobody recorded anything. What the case itself waits for is derived, and stands above.</p>`}
      <ul class="hw-blockers">${delay.blockers.map((each) => html`<${Blocker} key=${each.blocker_id} blocker=${each} ...${its} />`)}</ul>
      ${delay.set_reasons.filter(({ end }) => !end).map((each) => html`<${OwnReason} key=${each.override_id} own=${each} ...${its} />`)}
      ${can.say && html`<${RecordBlocker} ...${its} /><${SetReason} ...${its} />`}
    </section>
    <${Spans} spans=${delay.spans} ...${its} />
    <${Nights} nights=${delay.nights} places=${places} ...${its} />
    <${Snapshots} snapshots=${delay.snapshots} places=${places} ...${its} />`
}

function Now({ delay, codes, places, now, nobody }) {
  if (!delay.ready) return html`<p class="hw-empty">${nobody}</p>`
  const latest = delay.spans.at(-1)
  const others = (latest?.open ?? []).filter((each) => each !== latest.reason)
  return html`<div class="hw-part"><p class="hw-now"><strong><${Reason} codes=${codes} reason=${latest?.reason ?? null} /></strong><${WaitsFor} delay=${delay} codes=${codes} places=${places} />${latest && html` <span class="hw-quiet">since ${slot(latest.start, now)}</span>`}</p>
    ${others.length > 0 && html`<p>Also open: ${others.map((each) => reasonWords(codes, each)).join("; ")}</p>`}
    <p class="hw-quiet">Ready since ${longDate(delay.ready_date)} · ${count(delay.days, "day")} · ${count(delay.nights.length, "night")} in all${delay.cost === undefined ? "" : ` · ${pounds(delay.cost)}`}</p>
    ${delay.became_unwell > 0 && html`<p class="hw-quiet">While ready they ${unwellWords(delay.became_unwell)}: ${count(delay.earlier_nights, "night")} before that ${delay.earlier_nights === 1 ? "is" : "are"} not in the published days.</p>`}</div>`
}

function Blocker({ blocker, codes, now, can, tell }) {
  const { blocker_id: id, reason, owner, words, stops_leaving: stops, start, end, fits } = blocker
  const whose = html`<span class="nhsuk-u-visually-hidden">: ${reasonWords(codes, reason)}</span>`
  return html`<li class=${end ? "hw-quiet" : ""}>
    <p><strong>${reasonWords(codes, reason)}</strong> · ${wordsOf(codes.task_owners, owner)} · ${stops ? "stops leaving" : "does not stop leaving"}
      ${!fits && html` <strong class="nhsuk-tag nhsuk-tag--orange">Does not fit the pathway</strong>`}</p>
    ${words && html`<p class="hw-said">${words}</p>`}
    <p class="hw-quiet">Since ${slot(start, now)}${end ? `, until ${slot(end, now)}` : ""}</p>
    ${!end && can.end && html`<p class="hw-blockers__can">
      <button class="hw-link" type="button" onClick=${() => tell(`/blockers/${id}/end`, {}, "Out of the way.")}>Out of the way${whose}</button>
      <button class="hw-link" type="button" onClick=${() => tell(`/blockers/${id}/mark`, { stops_leaving: !stops }, stops ? "It no longer stops leaving." : "It stops leaving now.")}>${stops ? "No longer stops leaving" : "Stops leaving now"}${whose}</button>
      <button class="hw-link" type="button" onClick=${() => tell(`/blockers/${id}/withdrawal`, {}, "Taken back.")}>Recorded by mistake${whose}</button>
    </p>`}
  </li>`
}

const OwnReason = ({ own, codes, now, can, tell }) => html`<div class="hw-notice"><p><strong>Set by hand: ${reasonWords(codes, own.reason)}</strong> <span class="hw-quiet">since ${slot(own.start, now)}</span></p>
  <p class="hw-said">${own.words}</p>
  ${can.endReason && html`<button class="hw-link" type="button" onClick=${() => tell(`/set-reasons/${own.override_id}/end`, {}, "The derived reason counts again.")}>Let the derived reason count again</button>`}</div>`

const Spans = ({ spans, codes, now, id, heading }) => html`<section class="hw-part" aria-labelledby=${`${id}spans`}><${heading} class="nhsuk-heading-s" id=${`${id}spans`}>Every reason since ready<//>
  ${spans.length === 0 && html`<p class="hw-quiet">None: this person has not been ready.</p>`}
  <ol class="hw-spans" reversed>${[...spans].reverse().map((each) => html`<li key=${each.start}><${Reason} codes=${codes} reason=${each.reason} /> <span class="hw-quiet">${slot(each.start, now)} to ${each.end ? slot(each.end, now) : "now"}</span></li>`)}</ol></section>`
