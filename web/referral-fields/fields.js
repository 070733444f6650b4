/** The twelve fields of the referral in their order: what each is called, its editor, and what it cannot be without. */
import { AgreementField } from "./agreement.js"
import { BeforeField } from "./before.js"
import { CapacityField } from "./capacity.js"
import { DestinationField } from "./destination.js"
import { FunctionField } from "./function.js"
import { MindField } from "./mind.js"
import { NeedsField } from "./needs.js"
import { PeopleField } from "./people.js"
import { ReadinessField } from "./readiness.js"
import { RisksField } from "./risks.js"
import { WhatMattersField } from "./what-matters.js"
import { WhyInHospitalField } from "./why-in-hospital.js"

export const FIELDS = [
  { name: "person", title: "Going to", Editor: DestinationField, required: { going_to: "Choose where they are going to" } },
  { name: "why_in_hospital", title: "Why in hospital", Editor: WhyInHospitalField, required: { why_in_hospital: "Say why they are in hospital" } },
  { name: "readiness", title: "Readiness", Editor: ReadinessField, required: { words: "Say what there is to add" } },
  { name: "told_and_agrees", title: "Told and agrees", Editor: AgreementField, required: { agrees: "Choose what they said" } },
  { name: "capacity", title: "Capacity", Editor: CapacityField, required: { state: "Choose whether they can make this decision" } },
  { name: "what_matters", title: "What matters", Editor: WhatMattersField, required: {} },
  { name: "before", title: "Before", Editor: BeforeField, required: {} },
  { name: "function", title: "Function", Editor: FunctionField, required: {} },
  { name: "needs", title: "Needs", Editor: NeedsField, required: {} },
  { name: "mind_and_behaviour", title: "Mind and behaviour", Editor: MindField, required: {} },
  { name: "risks", title: "Risks", Editor: RisksField, required: {} },
  { name: "people", title: "People", Editor: PeopleField, required: {} },
]
