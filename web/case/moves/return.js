/** The referral goes back to the ward for named fields; the time until the answer is the ward's. */
import { html } from "../../html.js"
import { Checkboxes } from "../../form/choices.js"
import { Form } from "../../form/form.js"
import { TextArea } from "../../form/fields.js"
import { missing, useForm } from "../../form/use-form.js"
import { put } from "../../http.js"
import { linesOf } from "../referral-facts.js"

export function Return({ details, codes, done, refused }) {
  const form = useForm({
    initial: { fields: [], words: "" },
    check: (values) => missing(values, { fields: "Choose which fields need more", words: "Say what you need to know" }),
    send: (values) => put(`/cases/${details.case.id}/return`, values),
    done,
    refused,
  })
  const isGap = (field) => linesOf(details.referral.form, field, codes).length === 0
  const options = codes.referral_fields.map(({ code, words }) => ({ code, words: isGap(code) ? html`${words} <span class="hw-gap">Gap</span>` : words }))
  return html`<${Form} form=${form} id="return" action="Return to the ward">
    <${Checkboxes} form=${form} id="return" name="fields" label="Which fields need more?" options=${options} />
    <${TextArea} form=${form} id="return" name="words" label="What do you need to know?" />
  <//>`
}
