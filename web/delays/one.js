/** One person in hospital: why they are still here, and what is escalated about it. */
import { EscalationsPart } from "../escalations/part.js"
import { html } from "../html.js"
import { nameOf } from "../names.js"
import { may } from "../session.js"
import { DelayParts } from "./parts.js"

const NOBODY = "Not waiting: this person meets the criteria to reside, was not reviewed yet, or has left."

export function One({ me, codes, store, live, delay, trouble, refresh }) {
  if (!delay) return html`<h1 class="nhsuk-heading-m">Why still here</h1><p class="hw-empty">${trouble || "Reading…"}</p>`
  const spell = store.spells.value.get(delay.spell_id)
  const can = { say: may(me, "record_blocker"), end: may(me, "end_blocker"), endReason: may(me, "end_set_reason"), contest: may(me, "contest_night") }
  return html`
    <div class="hw-title"><h1 class="nhsuk-heading-m">Why still here: ${nameOf(spell?.person)}</h1>
      <p class="hw-quiet">${[spell?.bed, store.places.value.get(spell?.ward_id)?.name].filter(Boolean).join(" · ")}</p></div>
    <p class="hw-quiet"><a href="/delays">The list</a>${delay.case_id && html` · <a href=${`/cases/${delay.case_id}`}>The case</a>`}</p>
    ${trouble && html`<p class="hw-notice" role="alert">${trouble}</p>`}
    <${DelayParts} delay=${delay} path=${`/spells/${delay.spell_id}`} can=${can} codes=${codes} places=${store.places.value} now=${live.minute.value} refresh=${refresh} nobody=${NOBODY} />
    <${StayEscalations} spellId=${delay.spell_id} here=${Boolean(spell)} store=${store} me=${me} codes=${codes} now=${live.minute.value} refresh=${refresh} />`
}

/** Of the stay, whether there is a case or not; nothing is raised on one that is over. */
function StayEscalations({ spellId, here, store, me, ...its }) {
  const rows = [...store.escalations.value.values()].filter((row) => row.spell_id === spellId)
  const can = here && may(me, "raise_escalation")
  return (rows.length > 0 || can) && html`<${EscalationsPart} rows=${rows} path=${can && `/spells/${spellId}`} store=${store} me=${me} ...${its} />`
}
