/** Takes back that somebody left: it failed, or it never was. The stay goes on as if they had not left, and says why. */
import { html } from "../html.js"
import { Radios } from "../form/choices.js"
import { TextArea } from "../form/fields.js"
import { Form } from "../form/form.js"
import { missing, useForm } from "../form/use-form.js"
import { put } from "../http.js"
import { nameOf } from "../names.js"
import { Dialog } from "./dialog.js"

const MISTAKE = "recorded_by_mistake"

/** `spell`: {id, bed, how, person}. Who is recorded dead did not come back: that was a mistake. `onBack()`. */
export function TakeBackForm({ spell, codes, serverTime, onBack, onClose }) {
  const died = spell.how === "died"
  const form = useForm({
    initial: { at: serverTime(), reason: died ? MISTAKE : "", words: "" },
    check: (values) => missing(values, values.reason === "other" ? { words: "Say in words why" } : { reason: "Choose why" }),
    send: ({ words, ...said }) => put(`/spells/${spell.id}/reversal`, { what: "end", ...said, words: words.trim() || null }),
    done: onBack,
  })
  const its = { form, id: "take-back" }
  // The words have the focus first, so that an Enter held too long does not answer them.
  return html`<${Dialog} title=${`${nameOf(spell.person)} ${died ? "did not die" : "is here after all"}?`} onClose=${onClose}>
    <div tabindex="-1" autofocus>
      <p>They are in bed ${spell.bed} again, and the stay goes on as if they had not left: the days count on. Their case, if any, hears of it at once.</p>
      ${!died && html`<p>Who was admitted again has a new stay: choose “Admit someone” instead.</p>`}
    </div>
    <${Form} ...${its} action=${died ? "Yes, they live" : "Yes, they are here"} onCancel=${onClose}>
      ${!died && html`<${Radios} ...${its} name="reason" label="Why?" options=${codes.return_reasons} />`}
      <${TextArea} ...${its} name="words" label=${form.values.reason === "other" ? "In words" : "In words (optional)"} rows="2" />
    <//>
  <//>`
}
