/** What is measured of delays: weekdays beside weekends, who became unwell while ready, and the weekly snapshots. */
import { html, useEffect, useState } from "../html.js"
import { Problem, get } from "../http.js"
import { count } from "../ready.js"
import { localDate, longDate, slot } from "../time.js"
import { Reason } from "./words.js"

const OF_HUB = "my hub’s cases (who never had a case is of no hub)"
const KINDS = { weekday: "Weekdays", weekend: "Weekends and bank holidays" }

/** Of a ward or of a hub's cases, where one is named, else of everybody. Read once looked at, and anew for another. */
export function Measured({ wardId, hubId, codes, places, now }) {
  const [open, setOpen] = useState(false)
  const [told, setTold] = useState(null)
  const [trouble, setTrouble] = useState("")
  useEffect(() => {
    if (open) read(wardId, hubId).then(setTold, (problem) => {
      if (!(problem instanceof Problem)) throw problem
      setTrouble(problem.message)
    })
  }, [open, wardId, hubId])
  return html`<details class="nhsuk-details hw-no-print" open=${open} onToggle=${({ target }) => setOpen(target.open)}>
    <summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">Weekdays and weekends, and weekly snapshots</span></summary>
    <div class="nhsuk-details__text">
      ${trouble && html`<p class="hw-notice" role="alert">${trouble}</p>`}
      ${open && told && html`<${SevenDays} its=${told.measures} of=${hubId ? OF_HUB : wardId ? (places.get(wardId)?.name ?? "this ward") : "every ward"} codes=${codes} /><${Unwell} its=${told.measures} places=${places} /><${Taken} snapshots=${told.snapshots} all=${Boolean(hubId)} query=${queryOf(wardId)} now=${now} />`}
    </div></details>`
}

const queryOf = (wardId) => (wardId ? `?ward_id=${wardId}` : "")

async function read(wardId, hubId) {
  const query = queryOf(wardId)
  const [measures, { snapshots }] = await Promise.all([get(`/delays/measures${hubId ? `?hub_id=${hubId}` : query}`), get(`/delays/snapshots${query}`)])
  return { measures, snapshots }
}

function SevenDays({ its, of, codes }) {
  const lines = [
    ["Days", (kind) => kind.days],
    ["Left", (kind) => kind.left],
    ["Left a day", (kind) => tenths(kind.left_a_day)],
    ["Left on the day they were ready", (kind) => kind.left_same_day],
    ["Days from ready to left, on average", (kind) => (kind.to_leave === null ? "nobody" : tenths(kind.to_leave))],
    ["Nights in a bed no longer needed", (kind) => kind.nights],
    ["Nights a day", (kind) => tenths(kind.nights_a_day)],
  ]
  const reasons = [...new Set(its.seven_days.flatMap((kind) => kind.by_reason.map(({ reason }) => reason)))]
  const nightsOf = (kind, reason) => kind.by_reason.find((each) => each.reason === reason)?.nights ?? 0
  return html`<h2 class="nhsuk-heading-s">Seven days</h2>
    <p class="hw-quiet">${longDate(its.first)} to ${longDate(its.last)}, ${of}: adults who stayed a night or more</p>
    <table class="nhsuk-table hw-measures">
      <caption class="nhsuk-u-visually-hidden">Weekdays beside weekends and bank holidays</caption>
      <thead><tr><th scope="col">What</th>${its.seven_days.map(({ kind }) => html`<th key=${kind} scope="col">${KINDS[kind]}</th>`)}</tr></thead>
      <tbody>
        ${lines.map(([words, value]) => html`<tr key=${words}><th scope="row">${words}</th>${its.seven_days.map((kind) => html`<td key=${kind.kind}>${value(kind)}</td>`)}</tr>`)}
        ${reasons.map((reason) => html`<tr key=${reason ?? ""}><th scope="row">Nights: <${Reason} codes=${codes} reason=${reason} /></th>${its.seven_days.map((kind) => html`<td key=${kind.kind}>${nightsOf(kind, reason)}</td>`)}</tr>`)}
      </tbody></table>`
}

function Unwell({ its, places }) {
  const { stays, times, nights } = its.became_unwell
  return html`<h2 class="nhsuk-heading-s">Became unwell while ready</h2>
    <p>${stays === 0 ? "Nobody." : `${unwellWords(times)} in ${count(stays, "stay")}; ${count(nights, "night")} before that ${nights === 1 ? "is" : "are"} not in the published days.`}</p>
    ${its.became_unwell_by_ward.length > 1 && html`<ul>${its.became_unwell_by_ward.map((each) => html`<li key=${each.ward_id}>${places.get(each.ward_id)?.name ?? "Another ward"}: ${unwellWords(each.times)}, ${count(each.nights, "night")}</li>`)}</ul>`}`
}

const Taken = ({ snapshots, all, query, now }) => html`<h2 class="nhsuk-heading-s">Weekly snapshots</h2>
  ${all && html`<p class="hw-quiet">Of everybody in the system, whichever hub they are of.</p>`}
  ${snapshots.length === 0 && html`<p class="hw-quiet">None yet: the first is taken at the time set under System, for whoever is ready and still here then.</p>`}
  <ul>${snapshots.map((each) => html`<li key=${each.taken_at}>
    <a href=${`/api/v1/delays/snapshots/${localDate(each.taken_at)}/file${query}`} download>${slot(each.taken_at, now)}<span class="nhsuk-u-visually-hidden"> as a file</span></a>:
    ${" "}${each.people} ready, ${each.unexplained} unexplained, ${count(each.days, "day")} since ready${each.told_late ? `; ${each.told_late} more told late` : ""}</li>`)}</ul>`

/** Such as "became unwell twice": a mark beside a name as well. */
export const unwellWords = (times) => `became unwell ${times === 1 ? "once" : times === 2 ? "twice" : `${times} times`}`

const tenths = (number) => number.toFixed(1)
