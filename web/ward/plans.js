/** What is planned around a stay, as the ward list shows it: where the person is for now, and when they are to leave. */
import { html } from "../html.js"
import { nameOf } from "../names.js"
import { loungeWords } from "../ways.js"
import { expectedToLeave, leaveWords, nextPlaceWords, proposalWords } from "../plans.js"
import { wordsOf } from "../session.js"
import { Pending } from "./pending.js"

export function Whereabouts({ spell, places, now }) {
  const lines = [loungeWords(spell, now), leaveWords(spell, now), nextPlaceWords(spell, places)].filter(Boolean)
  return lines.map((words) => html`<span class="hw-plan" key=${words}>${words}</span>`)
}

/** The expected date, that it has passed, how often it moved and why; and that the feed says the discharge is planned. */
export function Leaving({ spell, codes, now, can, act, entries, outbox }) {
  const expected = expectedToLeave(spell, now)
  return html`
    ${expected ? html`<span class=${expected.passed ? "hw-overdue" : "hw-day"}>${expected.words}</span>` : html`<span class="hw-quiet">No date</span>`}
    ${can.expected && html` <button class="hw-link hw-edd" type="button" data-focus=${`edd ${spell.id}`} onClick=${() => act.expected(spell)}>${expected ? "Change" : "Set"}<span class="nhsuk-u-visually-hidden"> the expected date of ${nameOf(spell.person)}</span></button>`}
    ${movedWords(spell, codes) && html`<span class="hw-plan hw-quiet">${movedWords(spell, codes)}</span>`}
    ${spell.discharge_planned && html`<span class="hw-plan">Discharge planned</span>`}
    <${Pending} entries=${entries} what="expected" outbox=${outbox} />`
}

/** "Moved twice: waiting for tests"; "" for a date that never moved. */
function movedWords({ discharge_changes: changes, discharge_reason: reason }, codes) {
  const why = reason ? `: ${wordsOf(codes.discharge_reasons, reason).toLowerCase()}` : ""
  if (!changes) return ""
  return `Moved ${["once", "twice"][changes - 1] ?? `${changes} times`}${why}`
}

/** The feed proposes, a clinician confirms by an ordinary review. */
export function Proposal({ spell, can }) {
  const words = proposalWords(spell)
  if (!words) return null
  return html`<span class="hw-proposed">${words}: ${can.review ? html`confirm<span class="hw-by-key"> with <kbd>N</kbd></span>` : "a clinician confirms"}</span>`
}
