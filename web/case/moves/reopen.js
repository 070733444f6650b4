/** Closing was wrong: the case stands again where it stood. */
import { html } from "../../html.js"
import { Form } from "../../form/form.js"
import { TextArea } from "../../form/fields.js"
import { missing, useForm } from "../../form/use-form.js"
import { put } from "../../http.js"

export function Reopen({ details, done, refused }) {
  const form = useForm({
    initial: { words: "" },
    check: (values) => missing(values, { words: "Say why the case is open again" }),
    send: (values) => put(`/cases/${details.case.id}/reopening`, values),
    done,
    refused,
  })
  return html`<${Form} form=${form} id="reopening" action="Reopen">
    <${TextArea} form=${form} id="reopening" name="words" label="Why is it open again?" />
  <//>`
}
