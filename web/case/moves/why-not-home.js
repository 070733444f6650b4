/** Why a bed and not home: the reason, what was weighed, what would make home possible, who decided, when to look again. */
import { html } from "../../html.js"
import { Checkboxes } from "../../form/choices.js"
import { Select, TextArea, TextInput } from "../../form/fields.js"
import { longDate } from "../../time.js"

export function WhyNotHome({ form, id, details, codes }) {
  const its = { form, id }
  const { given, why_not_home: why } = form.values
  const until = holdsUntil(why, codes)
  const careHome = given === "P3"
  return html`
    <${CapacityFirst} details=${details} careHome=${careHome} />
    <${Select} ...${its} name="why_not_home" label="Why not home?" options=${codes.why_not_home} />
    ${until && html`<${TextInput} ...${its} name="limit_until" type="date" label="Weight-bearing limit until" hint=${limitHint(details)} />`}
    <${TextArea} ...${its} name="words" label="In your words" />
    <${Checkboxes} ...${its} name="alternatives" label="What was considered?" options=${codes.alternatives} />
    <${TextArea} ...${its} name="home_possible_if" label="What would make home possible?" rows="2" />
    <${TextInput} ...${its} name="decided_by" label="Who decided?" hint="Names and roles" />
    ${careHome && html`<${TextInput} ...${its} name="senior_yes" label="Which senior said yes?" hint="Name and role, such as the hub lead and the council's manager" />`}
    <${TextInput} ...${its} name="review_on" type="date" label=${careHome ? "Home now? Look again on" : "Review on"} hint=${careHome ? "Within 14 days" : null} />`
}

/** What is missing where a bed is given; the same parts as the server asks for. */
export const requiredOfBed = ({ given, why_not_home: why }, details, codes) => ({
  why_not_home: "Choose why not home",
  ...(holdsUntil(why, codes) && !limitOf(details) && { limit_until: "Give the day on which the limit ends" }),
  words: "Say why not home in your words",
  home_possible_if: "Say what would make home possible",
  decided_by: "Say who decided",
  ...(given === "P3" && { senior_yes: "Say which senior said yes" }),
  review_on: "Give the day to review this",
})

/** Whether this reason, by the hub's list, holds until a day that must be said. */
export const holdsUntil = (why, codes) => codes.why_not_home.find(({ code }) => code === why)?.until ?? false

const limitOf = ({ referral }) => referral?.form.needs?.weight_bearing_until
const limitHint = (details) => limitOf(details) && `The referral says ${longDate(limitOf(details))}; leave empty if that still holds`

function CapacityFirst({ details, careHome }) {
  const state = details.referral?.form.capacity?.state
  const decided = details.best_interests
  if (state === "lacks" && decided && !decided.settles) return html`<p class="hw-notice">What was decided in their best interests was about another decision: ${decided.about}. Record one about what the referral names now first.</p>`
  if (state === "lacks" && !decided) return html`<p class="hw-notice">They lack capacity to decide this. Record the best-interests decision first.</p>`
  if (state === "doubt" && careHome) return html`<p class="hw-notice">Whether they can decide this is in doubt. Have it assessed, and change it in the referral, first.</p>`
  return null
}
