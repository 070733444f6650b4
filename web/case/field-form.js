/** One field of the referral being changed; what another has answered meanwhile is shown beside, never overwritten. */
import { Form } from "../form/form.js"
import { useBasis } from "../form/use-basis.js"
import { useForm } from "../form/use-form.js"
import { html, useLayoutEffect, useRef } from "../html.js"
import { put } from "../http.js"
import { changeOf, valuesOf } from "../referral/answers.js"
import { atParts, checkField } from "../referral/checks.js"
import { Clear } from "../referral/field.js"
import { Parts } from "../referral/fields.js"
import { Theirs } from "./move.js"
import { Lines, linesOf } from "./referral-facts.js"

/** One for all that are open: a part is named with its field. */
const ID = "change"

export function FieldForm({ name, details, codes, refresh, done, cancel }) {
  const { case: kase, referral } = details
  const box = useRef(null)
  const fill = ({ value }) => valuesOf({ [name]: value })
  const form = useForm({
    initial: fill(current(referral, name)),
    check: (values) => checkField(values, name, referral.form[name]),
    send: (values) => put(`/cases/${kase.id}/amendment`, changeOf(values, name), basis.etag).catch(atParts),
    done: async () => {
      await refresh()
      done()
    },
    refused: refresh,
  })
  const basis = useBasis(form, current(referral, name), fill)
  const toStart = () => box.current?.querySelector("input, select, textarea")?.focus()

  useLayoutEffect(toStart, [])

  return html`<div class="hw-field-form" ref=${box} onKeyDown=${(event) => event.key === "Escape" && !form.touched && cancel()}>
    <${Form} form=${form} id=${ID} action="Save" onCancel=${cancel}>
      <${Theirs} basis=${basis}>${basis.theirs && html`<${Lines} lines=${linesOf({ [name]: basis.theirs.value }, name, codes)} />`}<//>
      <${Parts} form=${form} id=${ID} name=${name} codes=${codes} />
      <${Clear} form=${form} name=${name} codes=${codes} onClear=${toStart} />
    <//>
  </div>`
}

const current = ({ form, etags }, name) => ({ value: form[name], etag: etags[name] ?? null })
