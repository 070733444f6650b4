/** How old an assessment is, whether it may be relied on, and the button that says it is still true. */
import { html, useState } from "../html.js"
import { Form } from "../form/form.js"
import { TextInput } from "../form/fields.js"
import { useForm } from "../form/use-form.js"
import { put } from "../http.js"
import { newId } from "../ids.js"
import { may } from "../session.js"
import { age, slot } from "../time.js"

const ago = (at, now) => (age(at, now) === "just now" ? "just now" : `${age(at, now)} ago`)

export const validWords = ({ valid_until: until }, now) => (Date.parse(now) < Date.parse(until) ? `May be relied on until ${slot(until, now)}` : `Not confirmed since ${slot(until, now)}: is it still true?`)

export function StillTrue({ signed, path, me, now, refresh }) {
  const [sentId, setSentId] = useState(newId)
  const over = Date.parse(now) >= Date.parse(signed.valid_until)
  const form = useForm({
    initial: { words: "" },
    send: ({ words }) => put(`${path}/still-true/${sentId}`, { words: words.trim() || null }),
    done: async () => (form.setValues({ words: "" }), setSentId(newId()), await refresh()),
    refused: refresh,
  })
  return html`<div class=${over ? "hw-notice" : "hw-part"}>
    <p><strong>${validWords(signed, now)}</strong> · signed ${ago(signed.signed_at, now)} by ${signed.by}</p>
    ${may(me, "confirm_still_true") && html`<${Form} form=${form} id="still-true" action="Still true">
      <${TextInput} form=${form} id="still-true" name="words" label="Add to that (optional)" />
    <//>`}
  </div>`
}
