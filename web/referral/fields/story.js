/** 2 and 6: why the person is in hospital, and what matters to them. */
import { html } from "../../html.js"
import { TextArea } from "../../form/fields.js"

export const WhyInHospital = (its) => html`
  <${TextArea} ...${its} name="why_in_hospital" rows="4" label="Why are they in hospital?" hint="What happened, what is settled, what to watch. Up to 400 characters." />`

export const WhatMatters = (its) => html`
  <${TextArea} ...${its} name="what_matters.person" label="What matters to them, in their own words" hint="Up to 300 characters" />
  <${TextArea} ...${its} name="what_matters.family" rows="2" label="What the family says" />`
