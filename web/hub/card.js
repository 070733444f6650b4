/** One person on the board: where they are, how long they have been ready, when they leave, what they wait for. */
import { EscalationMark } from "../escalations/mark.js"
import { Flags } from "../case/flags.js"
import { WhyStillHere } from "../delays/words.js"
import { outOfArea } from "../home/words.js"
import { Unanswered } from "../holding/unanswered.js"
import { html } from "../html.js"
import { ArrivingLines } from "../arriving/lines.js"
import { isAway } from "../arriving/words.js"
import { nameOf } from "../names.js"
import { Pinned } from "../notes.js"
import { Died, expectedToLeave, leaveWords, proposalWords } from "../plans.js"
import { readyLine } from "../ready.js"
import { slot } from "../time.js"
import { changesWords, failedWords, homeReview, loungeWords, packageWaits, packageWords, passedWords } from "../ways.js"
import { NextTask } from "../tasks/next-task.js"
import { PLANNED } from "./cards.js"
import { FROM, nextOf, pathwayWords, unmetWords } from "./next.js"

export function Card({ card, delay, codes, places, now, news, since }) {
  const { kase, spell, manager, service } = card
  const next = nextOf(kase, now)
  return html`<li class="hw-card">
    <div class="hw-card__top">
      <a class="hw-card__name" href=${`/cases/${kase.id}`} data-focus=${kase.id}>
        ${spell && !spell.ended_at && html`<span class="hw-bed">${spell.bed}</span> `}${nameOf(kase.person)}
      </a>
      <${Died} person=${kase.person} />
      ${news && html`<span class="hw-news" key=${news}>${news}</span>`}
    </div>
    ${placeWords(card) && html`<p class="hw-card__place">${placeWords(card)}</p>`}
    ${spell && !isAway(kase) && html`<${Ready} line=${readyLine(spell, codes, now)} days=${card.days} />`}
    <${WhyStillHere} delay=${delay} codes=${codes} places=${places} />
    ${spell && !isAway(kase) && html`<${Plans} spell=${spell} now=${now} />`}
    <p class="hw-card__tags">
      ${outOfArea(kase) && html`<strong class="nhsuk-tag nhsuk-tag--pink">${outOfArea(kase)}</strong>`}
      ${kase.locality && html`<span>Home: ${kase.locality}</span>`}
      ${since !== null && card.moved > since && html`<strong class="nhsuk-tag nhsuk-tag--aqua-green">New since the round</strong>`}
      ${kase.returned && html`<strong class="nhsuk-tag nhsuk-tag--orange">With the ward</strong>`}
      ${kase.pathway_given && html`<strong class=${`nhsuk-tag ${TAG[kase.pathway_given]}`}>${pathwayWords(kase)}</strong>`}
      ${unmetWords(kase) && html`<strong class="nhsuk-tag nhsuk-tag--yellow">${unmetWords(kase)}</strong>`}
      ${kase.leave_at && PLANNED.includes(kase.stage) && html`<${Slot} kase=${kase} now=${now} />`}
    </p>
    ${service && html`<p class="hw-card__service"><span class="nhsuk-u-visually-hidden">Service: </span>${service}</p>`}
    <${Flags} flags=${kase.flags} codes=${codes} />
    <${Pinned} note=${card.pinned} />
    <${Ways} kase=${kase} spell=${spell} now=${now} />
    <${ArrivingLines} arriving=${kase.arriving} now=${now} />
    <${EscalationMark} rows=${card.escalated} now=${now} />
    <div class="hw-card__foot">
      <p class=${next.overdue ? "hw-overdue" : ""}><span class="nhsuk-u-visually-hidden">Next: </span>${next.words}${next.since && html` <span class="hw-quiet">· ${next.since}</span>`}</p>
      <${Unanswered} kase=${kase} codes=${codes} now=${now} />
      <${NextTask} work=${kase.work} codes=${codes} now=${now} />
      ${manager && html`<p class="hw-card__who"><span class="nhsuk-u-visually-hidden">Case manager: </span>${manager}</p>`}
    </div>
  </li>`
}

const TAG = { P0: "nhsuk-tag--grey", P1: "nhsuk-tag--green", P2: "nhsuk-tag--blue", P3: "nhsuk-tag--purple" }
const LONG = 7

function Ready({ line, days }) {
  return html`<p class="hw-card__ready">
    ${line.words && html`<span class=${days >= LONG ? "hw-ready hw-ready--long" : days === null ? "" : "hw-ready"}>${line.words}</span>`}
    ${line.overdue && html`<span class="hw-overdue">${line.overdue}</span>`}
  </p>`
}

const Slot = ({ kase, now }) => html`<span>Leaves <strong>${slot(kase.leave_at, now)}</strong> ${FROM[kase.leave_from]}</span>
  ${passedWords(kase, now) && html`<span class="hw-overdue">${passedWords(kase, now)}</span>`}
  ${changesWords(kase) && html`<span class="hw-quiet">${changesWords(kase)}</span>`}`

/** What stands out about the way out: in the lounge, came back, a package that waits, home to be asked about again. */
function Ways({ kase, spell, now }) {
  const [lounge, failed] = [spell ? loungeWords(spell, now) : "", failedWords(kase)]
  const dated = [packageWaits(kase) && packageWords(kase, now), homeReview(kase, now)].filter(Boolean)
  if (!lounge && !failed && !dated.length) return null
  return html`<p class="hw-card__plans">
    ${lounge && html`<strong>${lounge}</strong>`}
    ${failed && html`<strong class="nhsuk-tag nhsuk-tag--red">${failed}</strong>`}
    ${dated.map(({ words, passed }) => html`<span key=${words} class=${passed ? "hw-overdue" : ""}>${words}</span>`)}
  </p>`
}

function Plans({ spell, now }) {
  const [expected, leave, proposal] = [expectedToLeave(spell, now), leaveWords(spell, now), proposalWords(spell)]
  if (!expected && !leave && !proposal) return null
  return html`<p class="hw-card__plans">
    ${expected && html`<span class=${expected.passed ? "hw-overdue" : ""}>${expected.line}</span>`}
    ${leave && html`<span>${leave}</span>`}
    ${proposal && html`<span class="hw-quiet">${proposal}: not confirmed</span>`}
  </p>`
}

function placeWords({ kase, spell, ward, stay }) {
  if (isAway(kase)) return ward ? `From ${ward.name}` : ""
  if (!spell) return "Not on a ward list"
  return `${ward?.name ?? "Ward not known"} · stay ${stay} d`
}
