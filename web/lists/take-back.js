/** The way back of a whole list, after a plain question. */
import { html, useState } from "../html.js"
import { TextInput } from "../form/fields.js"
import { Form } from "../form/form.js"
import { useForm } from "../form/use-form.js"
import { put } from "../http.js"

export function TakeBack({ page, onPage }) {
  const [asked, setAsked] = useState(false)
  const form = useForm({
    initial: { words: "" },
    send: ({ words }) => put(`/lists/${page.list_id}/undoing`, { words: words.trim() || null }),
    done: onPage,
  })
  if (!asked) return html`<p><button class="nhsuk-button nhsuk-button--secondary nhsuk-button--small" type="button" onClick=${() => setAsked(true)}>Take this list back…</button></p>`
  return html`<section class="hw-conditional" aria-labelledby="take-back">
    <h2 class="nhsuk-heading-s" id="take-back">Take back what this list did?</h2>
    <p>Who was admitted by it is taken off the ward again, who was moved goes back, cases that it opened are closed. What somebody has changed since is left as it is.</p>
    <${Form} form=${form} id="undo" action="Yes, take it back" onCancel=${() => setAsked(false)}>
      <${TextInput} form=${form} id="undo" name="words" label="Why? (optional, kept on the cases)" />
    <//>
  </section>`
}
