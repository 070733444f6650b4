/** Why somebody who no longer meets the requirements to remain is still in the bed: one line, and all of it behind a tap. */
import { DelayParts } from "../delays/parts.js"
import { Reason, WaitsFor } from "../delays/words.js"
import { html, useEffect, useRef, useState } from "../html.js"
import { Problem, get } from "../http.js"
import { count, ready } from "../ready.js"
import { oneAtATime } from "../reading.js"
import { may } from "../session.js"
import { day } from "../time.js"

const NOBODY = "Not waiting: this person meets the requirements to remain, was not reviewed yet, or has left the bed."

/** Whether they are in a bed of the service now: then it may be said why. */
const inBed = (stay, codes) => !stay.ended_at && !stay.paused_at && codes.service_lines.find(({ code }) => code === stay.line)?.category === "beds"

/** `why` is the line of the list of delays, if it is read; `news` another value whenever something may have changed. */
export function StillHere({ stay, name, me, codes, places, now, why, news }) {
  const [open, setOpen] = useState(false)
  if (!may(me, "record_stay_blocker") || !inBed(stay, codes)) return null
  const { days, nights } = ready(stay, now)
  return html`${stay.ready_at && html`<p>Ready since ${day(stay.ready_at, now)}, ${count(days, "day")}, ${count(nights, "night")}${nights > days ? " in all" : ""}${why && html`: <${Reason} codes=${codes} reason=${why.reason} /><${WaitsFor} delay=${why} codes=${codes} places=${places} />`}</p>`}
    <details class="nhsuk-details hw-no-print" open=${open} onToggle=${({ target }) => setOpen(target.open)}>
      <summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">Why still here<span class="nhsuk-u-visually-hidden">: ${name}</span></span></summary>
      <div class="nhsuk-details__text">${open && html`<${Whole} stay=${stay} me=${me} codes=${codes} places=${places} now=${now} news=${news} />`}</div>
    </details>`
}

function Whole({ stay, me, codes, places, now, news }) {
  const [delay, setDelay] = useState(null)
  const [trouble, setTrouble] = useState("")
  const path = `/cases/${stay.case_id}/stays/${stay.id}`
  const read = useRef(
    oneAtATime(async () => {
      try {
        setDelay(await get(`${path}/delay`))
        setTrouble("")
      } catch (problem) {
        if (!(problem instanceof Problem)) throw problem
        setTrouble(problem.message)
      }
    }),
  ).current
  useEffect(() => void read(), [news, now])
  const can = { say: true, end: may(me, "end_stay_blocker"), endReason: may(me, "end_set_stay_reason"), contest: may(me, "contest_stay_night") }
  return html`${trouble && html`<p class="hw-notice" role="alert">${trouble}</p>`}
    ${!delay && !trouble && html`<p class="hw-empty">Reading…</p>`}
    ${delay && html`<${DelayParts} delay=${delay} path=${path} can=${can} codes=${codes} places=${places} now=${now} refresh=${read} nobody=${NOBODY} id=${`${stay.id}-`} heading="h4" />`}`
}
