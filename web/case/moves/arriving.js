/** The moves of a case whose person has left: arrived, met, not met, and taking each back. */
import { html } from "../../html.js"
import { ArrivalForm, ContactForm, NoContactForm } from "../../arriving/forms.js"
import { undo } from "./undo.js"

const ofCase = (form) => (props) => html`<${form} ...${props} kase=${props.details.case.id} />`
const isMet = ({ case: { arriving } }) => Boolean(arriving?.contact_at)
const waits = (its) => Boolean(its.case.arriving && its.case.service_id && !isMet(its))

const mistaken = (what, title, says) => ({
  name: `undo-${what}`,
  title,
  needs: "take_arriving_back",
  when: ({ arriving }) => Boolean(arriving?.undoable.includes(what)),
  form: undo(what, (id) => ({ path: `arriving-undoings/${id}`, body: { what } }), says),
})

export const ARRIVING_MOVES = [
  { name: "arrival", title: "Confirm that they arrived", needs: "confirm_arrival", when: (its) => Boolean(its.case.arriving && !its.case.arriving.arrived_at && !isMet(its)), form: ofCase(ArrivalForm) },
  { name: "first-contact", title: "Confirm the first contact", needs: "confirm_first_contact", when: waits, form: ofCase(ContactForm) },
  { name: "no-contact", title: "Say that nobody met them", needs: "report_no_contact", when: waits, form: ofCase(NoContactForm) },
]

export const ARRIVING_UNDO_MOVES = [
  mistaken("arrival", "Take the arrival back", "They are not confirmed as arrived."),
  mistaken("first_contact", "Take the first contact back", "The service has not met them; their stay in it has not started."),
  mistaken("no_contact", "Take back that nobody met them", "The latest contact that failed was said by mistake."),
]
