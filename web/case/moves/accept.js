/** The hub takes the referral and names who manages the case. */
import { html } from "../../html.js"
import { Form } from "../../form/form.js"
import { Select } from "../../form/fields.js"
import { missing, useForm } from "../../form/use-form.js"
import { put } from "../../http.js"
import { useSentId } from "../use-sent-id.js"

export function Accept({ details, me, managers, done, refused }) {
  const sentId = useSentId()
  const form = useForm({
    initial: { case_manager: managers.some(({ code }) => code === me.staff_id) ? me.staff_id : "" },
    check: (values) => missing(values, { case_manager: "Choose who manages the case" }),
    send: (values) => put(`/cases/${details.case.id}/acceptance`, { ...values, acceptance_id: sentId(values) }),
    done,
    refused,
  })
  return html`<${Form} form=${form} id="accept" action="Accept">
    <${Select} form=${form} id="accept" name="case_manager" label="Case manager" options=${managers} />
  <//>`
}
