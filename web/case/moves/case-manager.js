/** The case changes hands. */
import { html } from "../../html.js"
import { Form } from "../../form/form.js"
import { Select } from "../../form/fields.js"
import { missing, useForm } from "../../form/use-form.js"
import { put } from "../../http.js"

export function CaseManager({ details, managers, done, refused }) {
  const form = useForm({
    initial: { case_manager: "" },
    check: (values) => missing(values, { case_manager: "Choose who manages the case from now on" }),
    send: (values) => put(`/cases/${details.case.id}/case-manager`, values),
    done,
    refused,
  })
  const others = managers.filter(({ code }) => code !== details.case.case_manager)
  return html`<${Form} form=${form} id="case-manager" action="Hand over">
    <${Select} form=${form} id="case-manager" name="case_manager" label="New case manager" options=${others} />
  <//>`
}
