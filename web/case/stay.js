/** The stay, as a part of the case's page: days of six weeks, what is due, every step with its way back. */
import { html, useRef, useState } from "../html.js"
import { TextInput } from "../form/fields.js"
import { Form } from "../form/form.js"
import { missing, useForm } from "../form/use-form.js"
import { put } from "../http.js"
import { newId } from "../ids.js"
import { may } from "../session.js"
import { StayActions } from "../stays/actions.js"
import { StayLines } from "../stays/lines.js"
import { StillHere } from "../stays/still-here.js"
import { slot } from "../time.js"

export function TheStay({ details, me, codes, places, now, refresh }) {
  const { stays, known_at: knownAt } = details
  if (!stays.length) return null
  return html`<section class="hw-part" aria-labelledby="stay">
    <h2 class="nhsuk-heading-s" id="stay">The stay</h2>
    ${stays.toReversed().map((each) => html`<${One} key=${each.stay.id} its=${each} me=${me} codes=${codes} places=${places} now=${now} can=${!knownAt} news=${details.case.position} refresh=${refresh} />`)}
  </section>`
}

function One({ its: { stay, service, lost_place: lost, paused, steps }, me, codes, places, now, can, news, refresh }) {
  return html`<h3 class="nhsuk-heading-xs">${service}, since ${slot(stay.started_at, now)}</h3>
    ${lost && html`<p class="hw-notice">${service} gave the place up, so nobody there meets them again. Discharge them from this service, and ask services for the next one.</p>`}
    <${StayLines} stay=${stay} codes=${codes} now=${now} />
    ${paused.filter(([, until]) => until).map(([since, until]) => html`<p class="hw-quiet" key=${since}>In hospital ${slot(since, now)} to ${slot(until, now)}</p>`)}
    ${can && html`<${StillHere} stay=${stay} name=${service} me=${me} codes=${codes} places=${places} now=${now} news=${news} />`}
    ${can && html`<${StayActions} stay=${stay} name=${service} me=${me} codes=${codes} now=${now} done=${refresh} refused=${refresh} />`}
    ${steps.length > 0 && html`<ul class="hw-steps">${steps.map((step) => html`<${Step} key=${step.step_id} step=${step} stay=${stay} now=${now} can=${can && may(me, "take_step_back")} refresh=${refresh} />`)}</ul>`}`
}

function Step({ step, stay, now, can, refresh }) {
  const [open, setOpen] = useState(false)
  return html`<li>
    <p>${step.words} <span class="hw-quiet">${slot(step.at, now)}, ${step.by}</span>
      ${can && html` <button class="hw-link hw-no-print" type="button" aria-expanded=${open} onClick=${() => setOpen(!open)}>Take back<span class="nhsuk-u-visually-hidden">: ${step.words}</span></button>`}</p>
    ${open && html`<${TakeBack} step=${step} stay=${stay} done=${async () => (setOpen(false), await refresh())} cancel=${() => setOpen(false)} />`}
  </li>`
}

function TakeBack({ step, stay, done, cancel }) {
  const undo = useRef(newId())
  const id = `back-${step.step_id}`
  const form = useForm({
    initial: { words: "" },
    check: (values) => missing(values, { words: "Say why" }),
    send: ({ words }) => put(`/cases/${stay.case_id}/stays/${stay.id}/steps/${step.step_id}/undoings/${undo.current}`, { words }),
    done,
  })
  return html`<${Form} form=${form} id=${id} action="Take it back" onCancel=${cancel}><${TextInput} form=${form} id=${id} name="words" label="Why?" /><//>`
}
