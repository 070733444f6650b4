/** A local date and a local time side by side; the pair is one instant for the server. */
import { html } from "../html.js"
import { TextInput } from "./fields.js"

export const DateAndTime = ({ form, id, date, time, label }) => html`<fieldset class="nhsuk-fieldset">
  <legend class="nhsuk-fieldset__legend hw-legend">${label}</legend>
  <div class="hw-pair">
    <${TextInput} form=${form} id=${id} name=${date} type="date" label="Date" />
    <${TextInput} form=${form} id=${id} name=${time} type="time" label="Time" />
  </div>
</fieldset>`
