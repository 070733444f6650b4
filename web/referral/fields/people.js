/** 12. The carer, who knows the person best, and whom the plan waits for. */
import { html } from "../../html.js"
import { Checkboxes, Radios } from "../../form/choices.js"
import { TextInput } from "../../form/fields.js"

const WAITS_FOR = [{ code: "therapy", words: "Therapy" }, { code: "medical_review", words: "Medical review" }]

export const People = ({ codes, ...its }) => html`
  <div class="hw-pair">
    <${TextInput} ...${its} name="people.carer" label="Who cares for them?" />
    <${TextInput} ...${its} name="people.carer_phone" type="tel" label="Their phone" />
  </div>
  <${Radios} ...${its} name="people.carer_willing" label="Are they willing to care?" options=${codes.willing} inline />
  <${TextInput} ...${its} name="people.knows_best" label="Who on the ward knows them best?" hint="Name, role, bleep" />
  <${TextInput} ...${its} name="people.therapist_seen_on" type="date" label="A therapist saw them on" />
  <${Checkboxes} ...${its} name="people.waits_for" label="Still waiting for" options=${WAITS_FOR} />`
