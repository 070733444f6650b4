/** 2 and 6: why the person is in hospital, and what matters to them. */
import { html } from "../../html.js"
import { TextArea } from "../../form/fields.js"

export const WhyInHospital = ({ about, ...its }) => html`
  ${about?.reason && !its.form.values.why_in_hospital && html`<${AsAdmitted} ...${its} reason=${about.reason} />`}
  <${TextArea} ...${its} name="why_in_hospital" rows="4" label="Why are they in hospital?" hint="What happened, what is settled, what to watch. Up to 400 characters." />`

/** What the feed gave as the reason for admission: the ward's words only once the ward takes them. */
function AsAdmitted({ form, id, reason }) {
  const use = () => {
    form.set("why_in_hospital", reason)
    document.getElementById(`${id}-why_in_hospital`).focus() // the button goes with what it offered
  }
  return html`<div class="hw-as-said" role="group" aria-label="Reason for admission">
    <p class="hw-quiet">Reason for admission, as the hospital’s system has it:</p>
    <p>${reason}</p>
    <button class="nhsuk-button nhsuk-button--secondary nhsuk-button--small" type="button" onClick=${use}>Begin with these words</button>
  </div>`
}

export const WhatMatters = (its) => html`
  <${TextArea} ...${its} name="what_matters.person" label="What matters to them, in their own words" hint="Up to 300 characters" />
  <${TextArea} ...${its} name="what_matters.family" rows="2" label="What the family says" />`
