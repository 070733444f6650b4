/** Takes a wrong step back, with the reason; the case keeps what was undone, by whom and why. */
import { html, useRef } from "../../html.js"
import { Form } from "../../form/form.js"
import { TextArea } from "../../form/fields.js"
import { missing, useForm } from "../../form/use-form.js"
import { put } from "../../http.js"
import { newId } from "../../ids.js"

const undoing = (what) => (id) => ({ path: "undoing", body: { what, undo_id: id } })
const resumption = (id) => ({ path: "resumption", body: { reopening_id: id } })

/** The form of one step: what it says it does, and what it sends. */
export const undo = (what, told, says) =>
  function Undo({ details, done, refused }) {
    const id = useRef(newId())
    const form = useForm({
      initial: { words: "" },
      check: (values) => missing(values, { words: "Say why" }),
      send: ({ words }) => {
        const { path, body } = told(id.current)
        return put(`/cases/${details.case.id}/${path}`, { ...body, words })
      },
      done: (receipt) => {
        id.current = newId() // the next one is another
        return done(receipt)
      },
      refused,
    })
    return html`<${Form} form=${form} id=${`undo-${what}`} action="Take it back">
      <p class="hw-quiet">${says}</p>
      <${TextArea} form=${form} id=${`undo-${what}`} name="words" label="Why?" rows="2" />
    <//>`
  }

const step = (what, needs, title, says) => ({
  name: `undo-${what}`,
  title,
  needs,
  when: ({ undoable }) => undoable.includes(what),
  form: undo(what, what === "withdrawal" ? resumption : undoing(what), says),
})

export const UNDO_MOVES = [
  step("referral_return", "undo_hub_step", "Take back the return to the ward", "The referral lies with the hub again."),
  step("acceptance", "undo_hub_step", "Undo the acceptance", "The referral waits for the hub again, without a case manager."),
  step("pathway", "undo_hub_step", "Withdraw the pathway", "No pathway stands until the hub decides again."),
  step("leaving", "undo_hub_step", "Withdraw the planned leaving", "No slot stands until one is agreed again."),
  step("best_interests", "undo_hub_step", "Take back the best-interests decision", "None stands until one is recorded again. Its words stay in what happened."),
  step("return_to_hospital", "undo_shared_step", "Undo the return to hospital", "They had left after all: the case stands as before they were said to be back."),
  step("tracking", "undo_shared_step", "Follow the earlier stay again", "The case followed a stay that was not the right one."),
  step("withdrawal", "resume_referral", "Take back the withdrawal", "The case stands where it stood when the ward withdrew it."),
]
