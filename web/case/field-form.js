/** One field of the referral being changed; what another has answered meanwhile is shown beside, never overwritten. */
import { Form } from "../form/form.js"
import { useBasis } from "../form/use-basis.js"
import { missing, useForm } from "../form/use-form.js"
import { html, useEffect, useRef } from "../html.js"
import { put } from "../http.js"
import { said } from "../referral-fields/said.js"
import { sent } from "../referral-fields/sent.js"
import { Theirs } from "./move.js"

export function FieldForm({ field, details, codes, refresh, done, cancel }) {
  const { name, Editor } = field
  const { case: kase, referral } = details
  const box = useRef(null)
  const form = useForm({
    initial: fill(current(referral, name)),
    check: ({ value }) => wrong(field, referral, value),
    send: ({ value }) => put(`/cases/${kase.id}/amendment`, { [name]: sent(name, value ?? {}) }, basis.etag),
    done: async () => {
      await refresh()
      done()
    },
    refused: refresh,
  })
  const basis = useBasis(form, current(referral, name), fill)
  const id = `field-${name}`

  useEffect(() => box.current?.querySelector("input, select, textarea")?.focus(), [])

  return html`<div class="hw-field-form" ref=${box} onKeyDown=${(event) => event.key === "Escape" && !form.touched && cancel()}>
    <${Form} form=${form} id=${id} action="Save" onCancel=${cancel}>
      <${Theirs} basis=${basis}><ul class="hw-answer">${basis.theirs && said(name, basis.theirs.value, codes.form).map((words) => html`<li>${words}</li>`)}</ul><//>
      <${Editor} id=${id} value=${form.values.value} onChange=${(value) => form.set("value", value)} codes=${codes} errors=${form.errors} />
    <//>
  </div>`
}

/** What is required of the field; and a gap is not answered with nothing. */
function wrong({ name, required }, referral, value) {
  const empty = missing(typeof value === "string" ? { [name]: value } : value ?? {}, required)
  if (empty.length || referral.form[name] || value) return empty
  return [{ field: name, words: "Say something, or leave it as it was" }]
}

const current = ({ form, etags }, name) => ({ value: form[name], etag: etags[name] ?? null })
const fill = ({ value }) => ({ value: value ?? null })
