/** Takes back an admission that never was, after saying in plain words what that does. */
import { html } from "../html.js"
import { TextInput } from "../form/fields.js"
import { Form } from "../form/form.js"
import { useForm } from "../form/use-form.js"
import { put } from "../http.js"
import { nameOf } from "../names.js"
import { Dialog } from "./dialog.js"

/** `onTakenBack(receipt)`. */
export function MistakeForm({ spell, serverTime, onTakenBack, onClose }) {
  const form = useForm({
    initial: { at: serverTime(), words: "" },
    send: ({ at, words }) => put(`/spells/${spell.id}/reversal`, { what: "admission", at, words: words.trim() || null }),
    done: onTakenBack,
  })
  // The words have the focus first, so that an Enter held too long on the menu does not answer them.
  return html`<${Dialog} title=${`${nameOf(spell.person)} was admitted by mistake?`} onClose=${onClose}>
    <div tabindex="-1" autofocus>
      <p>Say so only if they were never admitted: the wrong person was chosen, or nobody came to bed ${spell.bed}.</p>
      <p>They go from this list, and this stay no longer counts. If the hub has a case for it, the case is closed. If they were here and have left, choose “Left hospital” instead.</p>
    </div>
    <${Form} form=${form} id="mistake" action="Yes, it was a mistake" onCancel=${onClose}>
      <${TextInput} form=${form} id="mistake" name="words" label="Why? (optional)" />
    <//>
  <//>`
}
