/** Who signs: what gives them authority, and when, where and with whom they saw the person. */
import { html } from "../html.js"
import { Radios } from "../form/choices.js"
import { DateAndTime } from "../form/date-time.js"
import { Select, TextInput } from "../form/fields.js"
import { missing } from "../form/use-form.js"
import { instantOf, localDate, localTime } from "../time.js"

const NAMES = ["competency", "agreement", "employer", "seen_on", "seen_time", "seen_where", "seen_with"]
const ASSESSES = ["case_manager", "ward_clinician", "provider"]
/** A field of who signs stands beside the answers under a name that no linkId has. */
const field = (name) => `~${name}`

export const BLANK = Object.fromEntries(NAMES.map((name) => [field(name), ""]))
export const isParticular = (name) => name.startsWith("~")

/** Of the latest version what stays as it was; when the person was seen is said anew. */
export const particularsOf = ({ competency, agreement, employer }) => ({ [field("competency")]: competency, [field("agreement")]: agreement, [field("employer")]: employer })

export const checkSigning = (values) => missing(values, {
  "~competency": "Choose your competency",
  "~agreement": "Choose the agreement relied on",
  "~employer": "Give your employer",
  "~seen_on": "Give the date on which you saw the person",
  "~seen_time": "Give the time at which you saw the person",
  "~seen_where": "Say where you saw the person",
})

/** What is sent beside the answers. */
export const bodyOf = (values) => ({
  ...Object.fromEntries(["competency", "agreement", "employer", "seen_where"].map((name) => [name, values[field(name)].trim()])),
  seen_at: instantOf(values["~seen_on"], values["~seen_time"]),
  seen_with: values["~seen_with"].trim() || null,
})

export function Signing({ form, id, lists, me, now }) {
  const its = (name) => ({ form, id, name: field(name) })
  const fillNow = () => (form.set("~seen_on", localDate(now)), form.set("~seen_time", localTime(now)))
  return html`<fieldset class="nhsuk-fieldset hw-signing">
    <legend class="nhsuk-fieldset__legend hw-legend">You as the assessor</legend>
    ${!ASSESSES.includes(me.role) && html`<p class="hw-notice">A case manager, ward clinician or provider signs. You can fill in the draft; they go on with it from here.</p>`}
    <${Select} ...${its("competency")} label="Competency" options=${lists.competencies} />
    <${Select} ...${its("agreement")} label="Agreement relied on" options=${lists.agreements} />
    <${TextInput} ...${its("employer")} label="Employer" />
    <${DateAndTime} form=${form} id=${id} date="~seen_on" time="~seen_time" label="Seen when" />
    <p><button class="hw-link" type="button" onClick=${fillNow}>Just now</button></p>
    <${Radios} ...${its("seen_where")} label="Seen where" options=${lists.seen_where} inline=${true} />
    <${TextInput} ...${its("seen_with")} label="Seen with whom" />
  </fieldset>`
}
