/** Says on which day somebody is expected to leave, and why that has moved; an empty day takes back what was said. */
import { html } from "../html.js"
import { Select, TextArea, TextInput } from "../form/fields.js"
import { Form } from "../form/form.js"
import { missing, useForm } from "../form/use-form.js"
import { nameOf } from "../names.js"
import { localDate } from "../time.js"
import { Dialog } from "./dialog.js"

/** `onSaid({expected_on, reason, words})`: what is checked here is what the server would refuse, so that it may be sent later. */
export function ExpectedDischargeForm({ spell, codes, serverTime, onSaid, onClose }) {
  const form = useForm({
    initial: { expected_on: spell.expected_discharge ?? "", reason: "", words: "" },
    check: (values) => [...checkAhead(values, spell, serverTime()), ...checkReason(values)],
    send: async ({ expected_on: day, reason, words }) => onSaid({ expected_on: day || null, reason: reason || null, words: words.trim() || null }),
    done: () => {},
  })
  const its = { form, id: "expected" }
  return html`<${Dialog} title=${`When is ${nameOf(spell.person)} expected to leave?`} onClose=${onClose}>
    <p class="hw-quiet">Bed ${spell.bed}. This is the expected date of discharge (EDD). It is not the day since when they are ready, nor the slot that the hub agrees.</p>
    <${Form} ...${its} action="Save" onCancel=${onClose}>
      <${TextInput} ...${its} name="expected_on" type="date" label="Expected date" hint="Leave it empty if no day is expected any longer" />
      <${Select} ...${its} name="reason" label="Why has it moved? (optional)" choose="No reason given" options=${codes.discharge_reasons} />
      <${TextArea} ...${its} name="words" label="In your words (optional)" rows=${2} />
    <//>
  <//>`
}

function checkAhead({ expected_on: day }, { expected_discharge: before }, now) {
  if (!day || day === before || day >= localDate(now)) return []
  return [{ field: "expected_on", words: "This date lies in the past. Give today or a later day." }]
}

const checkReason = (values) => (values.reason === "other" ? missing(values, { words: "Say in words which reason" }) : [])
