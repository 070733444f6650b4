/** Closes the service for a time, or opens it again. */
import { Radios } from "../form/choices.js"
import { TextInput } from "../form/fields.js"
import { Form } from "../form/form.js"
import { missing, useForm } from "../form/use-form.js"
import { html, useState } from "../html.js"
import { Problem, put } from "../http.js"

export function DoorForm({ row, codes, live, saved }) {
  const form = useForm({
    initial: { why: row.closed_for ?? "", until: row.closed_until ?? "" },
    check: (values) => missing(values, { why: "Say why it takes nobody" }),
    send: ({ why, until }) => put(`/services/${row.id}/closure`, { why, until: until || null, closed_at: live.serverTime() }),
    done: () => saved("The service is closed. Who is there, or booked, stays so."),
  })
  const its = { form, id: "door" }
  return html`
    ${row.closed_for && html`<${Reopen} row=${row} live=${live} saved=${saved} />`}
    <${Form} ...${its} action="Close for now">
      <${Radios} ...${its} name="why" label="Why does it take nobody?" options=${codes.closed_for} />
      <${TextInput} ...${its} name="until" type="date" label="Looks again on (if known)" />
    <//>`
}

function Reopen({ row, live, saved }) {
  const [wrong, say] = useState("")
  const open = () => put(`/services/${row.id}/reopening`, { reopened_at: live.serverTime() })
    .then(() => saved("The service takes people again."))
    .catch((problem) => {
      if (!(problem instanceof Problem)) throw problem
      say(problem.message)
    })
  return html`<p><button class="nhsuk-button nhsuk-button--small" type="button" onClick=${open}>Take people again</button> <span role="status">${wrong}</span></p>`
}
