/** The part of a referral the ward writes: needs from a list, and words. It describes; it prescribes no care. */
import { html } from "../html.js"
import { Checkboxes } from "../form/choices.js"
import { TextArea } from "../form/fields.js"
import { missing } from "../form/use-form.js"

export const Needs = ({ form, id, codes }) => html`
  <${Checkboxes} form=${form} id=${id} name="needs" label="What does the person need?" options=${codes.needs} />
  <${TextArea} form=${form} id=${id} name="words" rows="5" label="In your words"
    hint="Why they are in hospital, what is settled, how they managed before and manage now, what matters to them, risks" />`

/** A referral may have gaps, since the hub asks for what is missing; but it must say something. */
export const checkNeeds = (values) => (values.needs.length ? [] : missing(values, { words: "Choose a need or describe the person in words" }))
