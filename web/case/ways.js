/** The way out as a part of the case's page: where else to go, the package that waits, and every slot with its reason. */
import { html } from "../html.js"
import { wordsOf } from "../session.js"
import { localTime, shortDate } from "../time.js"
import { failedWords, packageWords } from "../ways.js"
import { Facts } from "./facts.js"

export function Ways({ details, codes, now }) {
  const { case: kase, where_next: next, slots, package: its } = details
  const held = packageWords(kase, now)
  const failed = failedWords(kase)
  if (!next.length && !held && !failed && slots.length < 2) return null
  return html`<section class="hw-part" aria-labelledby="ways">
    <h2 class="nhsuk-heading-s" id="ways">Way out</h2>
    ${next.map(({ circumstance, words }) => html`<p class="hw-notice" key=${circumstance}>${words} <span class="hw-quiet">(our local guide)</span></p>`)}
    <${Facts} facts=${[
      ["Package", held && html`<span class=${held.passed ? "hw-overdue" : ""}>${held.words}</span>${its?.provider && html` · ${its.provider}`}`],
      ["Came back", failed],
    ]} />
    ${slots.length > 1 && html`<h3 class="nhsuk-heading-xs hw-slots__title">Every planned leaving</h3>
      <ol class="hw-slots">${slots.toReversed().map((slot) => html`<li key=${slot.said_at}><${Slot} slot=${slot} codes=${codes} /></li>`)}</ol>`}
  </section>`
}

function Slot({ slot, codes }) {
  const why = [slot.reason && wordsOf(codes.slot_reasons, slot.reason), slot.why && `“${slot.why}”`].filter(Boolean).join(" ")
  return html`
    <p><strong>${slot.withdrawn ? "Withdrawn" : `${shortDate(slot.leave_at)}, ${localTime(slot.leave_at)}`}</strong>${!slot.withdrawn && html` ${FROM[slot.leave_from]}, to ${slot.going_to}`}</p>
    ${why && html`<p>Why: ${why}</p>`}
    <p class="hw-quiet">${slot.by} · ${shortDate(slot.said_at)} ${localTime(slot.said_at)}</p>`
}

const FROM = { ward: "from the ward", lounge: "from the lounge" }
