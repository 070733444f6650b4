/** One case: who, what can be done, what is known, what happened. */
import { html } from "../html.js"
import { may } from "../session.js"
import { Arriving } from "./arriving.js"
import { Escalations } from "./escalations.js"
import { Holders } from "./holders.js"
import { Home } from "./home.js"
import { KnownAt, KnownBanner } from "./known-at.js"
import { Moves } from "./moves.js"
import { Notes } from "./notes.js"
import { PersonFacts, PersonHeader } from "./person.js"
import { PrintButton, PrintHead } from "./print.js"
import { Search } from "./search.js"
import { TheStay } from "./stay.js"
import { Summary } from "./summary.js"
import { Tasks } from "./tasks.js"
import { Timeline } from "./timeline.js"
import { Ways } from "./ways.js"

const MANAGES_CASES = ["case_manager", "hub_lead"]

export function Case({ me, codes, store, live, details, refresh, show }) {
  const now = live.minute.value
  const [its, staff] = [details.value, store.staff.value]
  const knownAt = its.known_at
  return html`<div class="hw-case">
    <${PrintHead} details=${its} me=${me} now=${now} />
    <${KnownBanner} knownAt=${knownAt} show=${show} />
    <${PersonHeader} details=${its} codes=${codes} now=${now} wards=${store.places.value} staff=${staff}><${Handed} details=${its} me=${me} /><${PrintButton} /><//>
    ${!knownAt && html`<${Moves} details=${its} me=${me} codes=${codes} wards=${store.places.value} staff=${staff} managers=${managersOf(staff, me, its.case.scope)} now=${now} refresh=${refresh} />`}
    <div class="hw-case__notes"><${Notes} details=${its} me=${me} codes=${codes} refresh=${refresh} /></div>
    <div class="hw-case__facts">
      <${Arriving} details=${its} codes=${codes} now=${now} />
      <${TheStay} details=${its} me=${me} codes=${codes} places=${store.places.value} now=${now} refresh=${refresh} />
      ${!knownAt && html`<${Search} details=${its} me=${me} codes=${codes} now=${now} />`}
      <${Holders} details=${its} me=${me} codes=${codes} now=${now} refresh=${refresh} />
      <${Escalations} details=${its} store=${store} me=${me} codes=${codes} now=${now} refresh=${refresh} />
      <${Tasks} details=${its} me=${me} codes=${codes} staff=${staff} now=${now} refresh=${refresh} />
      <${Summary} details=${its} me=${me} codes=${codes} refresh=${refresh} />
      <${Ways} details=${its} codes=${codes} now=${now} />
      <${PersonFacts} details=${its} now=${now} />
      <${Home} details=${its} me=${me} places=${store.places.value} refresh=${refresh} />
    </div>
    <div class="hw-case__timeline"><${Timeline} entries=${its.timeline} codes=${codes} /><${KnownAt} knownAt=${knownAt} now=${now} show=${show} /></div>
  </div>`
}

/** The way to the page in plain words. */
const Handed = ({ details: { case: kase }, me }) => may(me, "hand_to_person") && html`<p class="hw-case__handed"><a href=${`/cases/${kase.id}/for-the-person`}>Page for the person and carer</a></p>`

/** Who may manage a case of this hub, by name, as options; whoever is signed in is known before the others have come. */
function managersOf(staff, me, hubId) {
  const known = new Map([[me.staff_id, { id: me.staff_id, ...me }], ...staff])
  const those = [...known.values()].filter(({ hub_id: theirs, role }) => theirs === hubId && MANAGES_CASES.includes(role))
  return those.map(({ id, name }) => ({ code: id, words: name })).sort((a, b) => a.words.localeCompare(b.words))
}
