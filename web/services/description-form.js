/** Changes what the service can take. What somebody else saved meanwhile is shown beside what is typed. */
import { Theirs } from "../case/move.js"
import { Checkboxes } from "../form/choices.js"
import { TextArea, TextInput } from "../form/fields.js"
import { Form } from "../form/form.js"
import { useBasis } from "../form/use-basis.js"
import { useForm } from "../form/use-form.js"
import { html } from "../html.js"
import { put } from "../http.js"
import { Particulars } from "./particulars.js"

export function DescriptionForm({ row, codes, etag, saved, refresh }) {
  const form = useForm({
    initial: fill(row),
    check,
    send: (values) => put(`/services/${row.id}/description`, body(values, row), basis.etag),
    done: () => saved("What it can take is saved."),
    refused: refresh,
  })
  const basis = useBasis(form, etag === '"0"' ? null : { ...row, etag }, (now) => fill(now ?? row))
  const its = { form, id: "description" }
  return html`<${Form} ...${its} action="Save">
    <${Theirs} basis=${basis}>${basis.theirs && html`<${Particulars} row=${basis.theirs} codes=${codes} />`}<//>
    <${TextArea} ...${its} name="sectors" label="Patch" hint="Postcode sectors or districts, with commas between: ZZ97 1, ZZ98. Nothing is anywhere." />
    <${Checkboxes} ...${its} name="skills" label="What can it do beyond personal care?" options=${codes.skills} />
    <${Checkboxes} ...${its} name="admits_on" label="On which days does it admit?" hint="None ticked is as its line has it." options=${codes.weekdays} />
    <${TextInput} ...${its} name="latest_arrival" type="time" label="Latest arrival" hint="Nothing is as its line has it." />
    <${TextInput} ...${its} name="phone" type="tel" label="Number to ring" hint="The service's own, not a person's" />
    <${TextInput} ...${its} name="confirm_within_hours" type="number" label="Hours for which a count is believed" hint="Only the hours of days on which it admits. Nothing is as long as its line has it." />
  <//>`
}

const fill = (row) => ({
  sectors: row.sectors.join(", "),
  skills: row.skills,
  admits_on: row.admits_on,
  latest_arrival: row.latest_arrival?.slice(0, 5) ?? "",
  phone: row.phone ?? "",
  confirm_within_hours: row.confirm_within_hours?.toString() ?? "",
})

const check = ({ confirm_within_hours: hours }) =>
  hours && !/^[1-9][0-9]{0,2}$/.test(hours) ? [{ field: "confirm_within_hours", words: "Give a whole number of hours" }] : []

const body = (values, row) => ({
  sectors: values.sectors.split(/[,;\n]+/).map((area) => area.trim()).filter(Boolean),
  skills: values.skills,
  admits_on: values.admits_on,
  latest_arrival: values.latest_arrival || null,
  phone: values.phone.trim() || null,
  confirm_within_hours: values.confirm_within_hours ? Number(values.confirm_within_hours) : null,
  needs_to_accept: row.needs_to_accept,
})
