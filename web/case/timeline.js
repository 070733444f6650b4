/** What happened, in words, the latest first: when, who, and when it was recorded where that was later. */
import { html } from "../html.js"
import { wordsOf } from "../session.js"
import { hoursSince, localDate, localTime, shortDate } from "../time.js"

export const Timeline = ({ entries, codes }) => html`<section aria-labelledby="timeline">
  <h2 class="nhsuk-heading-s" id="timeline">What happened</h2>
  ${entries.length === 0 && html`<p class="hw-quiet">Nothing yet.</p>`}
  <${Happenings} entries=${entries} codes=${codes} />
</section>`

export const Happenings = ({ entries, codes }) => html`<ol class="hw-timeline" reversed>
  ${[...entries].reverse().map((entry) => html`<${Entry} key=${entry.position} entry=${entry} codes=${codes} />`)}
</ol>`

const LATE_HOURS = 5 / 60

function Entry({ entry: { at, recorded_at: recordedAt, by, role, words }, codes }) {
  const late = hoursSince(at, recordedAt) > LATE_HOURS
  const who = `${by ?? ""}${role ? `, ${wordsOf(codes.roles, role)}` : ""}`
  return html`<li class="hw-timeline__entry">
    <p class="hw-timeline__words">${words}</p>
    <p class="hw-quiet"><time datetime=${at}>${when(at)}</time>${late ? ` · recorded ${recorded(at, recordedAt)} by ${who}` : ` · ${who}`}</p>
  </li>`
}

const when = (at) => `${shortDate(at)}, ${localTime(at)}`
const recorded = (at, recordedAt) => (localDate(at) === localDate(recordedAt) ? localTime(recordedAt) : when(recordedAt))
