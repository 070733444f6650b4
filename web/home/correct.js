/** Somebody's home, corrected. What another has changed meanwhile is shown beside, and never overwritten unseen. */
import { Theirs } from "../case/move.js"
import { Form } from "../form/form.js"
import { useBasis } from "../form/use-basis.js"
import { useForm } from "../form/use-form.js"
import { html, useLayoutEffect } from "../html.js"
import { put } from "../http.js"
import { HomeFields, homeIn, homeWords, typedOf } from "./fields.js"

/** `home`: as the server keeps it, with its etag. `refused()` reads it again. */
export function CorrectHome({ spellId, home, done, refused, onCancel }) {
  const form = useForm({
    initial: typedOf(home),
    send: (values) => put(`/spells/${spellId}/home`, homeIn(values), basis.etag),
    done,
    refused,
  })
  const basis = useBasis(form, home, typedOf)
  useLayoutEffect(() => form.box.current.querySelector("textarea").focus(), [])
  return html`<div onKeyDown=${(event) => event.key === "Escape" && !form.touched && onCancel()}>
    <${Form} form=${form} id="home" action="Save" onCancel=${onCancel}>
      <${Theirs} basis=${basis}>${basis.theirs && html`<p class="hw-said">${homeWords(basis.theirs)}</p>`}<//>
      <${HomeFields} form=${form} id="home" />
    <//>
  </div>`
}
