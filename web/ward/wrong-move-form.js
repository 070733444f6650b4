/** Takes back a move that never was, with the reason: the person is where they were before it. */
import { html, useEffect, useState } from "../html.js"
import { TextInput } from "../form/fields.js"
import { Form } from "../form/form.js"
import { missing, useForm } from "../form/use-form.js"
import { Problem, get, put } from "../http.js"
import { nameOf } from "../names.js"
import { Dialog } from "./dialog.js"

/** `onTakenBack({ward_id, bed})`: where they are again. */
export function WrongMoveForm({ spell, places, serverTime, onTakenBack, onClose }) {
  const [read, setRead] = useState({ words: "Reading where they were before…" })
  useEffect(() => void cameFrom(spell).then(setRead), [])
  const form = useForm({
    initial: { at: serverTime(), words: "" },
    check: (values) => (read.from ? missing(values, { words: "Say why" }) : [{ field: "words", words: read.words }]),
    send: (values) => put(`/spells/${spell.id}/reversal`, { what: "move", ...values, ...read.from }),
    done: () => onTakenBack(read.from),
  })
  // The question has the focus first, so that an Enter held too long on the menu does not answer it.
  return html`<${Dialog} title=${`${nameOf(spell.person)} was moved by mistake?`} onClose=${onClose}>
    <div tabindex="-1" autofocus>
      <p role="status">${read.from ? `They go back to ${wordsOf(read.from, places)}, as if they had never been in ${wordsOf(spell, places)}.` : read.words}</p>
      <p>Say so only if they never went there. If they did and are in another bed now, choose “Move to another bed or ward” instead.</p>
    </div>
    <${Form} form=${form} id="wrong-move" action="Yes, it was a mistake" onCancel=${onClose}>
      <${TextInput} form=${form} id="wrong-move" name="words" label="Why?" />
    <//>
  <//>`
}

/** {from} once it is known where they were, else {words}. */
async function cameFrom(spell) {
  try {
    const { came_from: from } = await get(`/spells/${spell.id}`)
    return from ? { from } : { words: "No move of this stay is recorded, so there is none to take back." }
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem
    return { words: problem.message }
  }
}

const wordsOf = ({ ward_id: ward, bed }, places) => [places.get(ward)?.name ?? "another ward", bed && `bed ${bed}`].filter(Boolean).join(", ")
