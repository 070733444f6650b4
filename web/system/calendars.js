/** When organisations and services work. Without a calendar the wall clock counts. */
import { html } from "../html.js"
import { put } from "../http.js"
import { may, wordsOf } from "../session.js"
import { Entries } from "./entries.js"
import { hoursInWords, readHours, short } from "./hours.js"
import { openPart } from "./part.js"

const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
const BANK_HOLIDAYS = [
  { code: "closed", words: "Closed" },
  { code: "as_sunday", words: "As on a Sunday" },
  { code: "as_usual", words: "As usual" },
]
const FIELDS = [
  ...DAYS.map((day, at) => ({ name: `day${at}`, label: day, needed: false, ...(at === 0 && { hint: "Such as 09:00–12:00, 13:00–17:00, or all day. Empty is closed." }) })),
  { name: "bank_holidays", label: "Bank holidays", kind: "choice", options: BANK_HOLIDAYS },
  { name: "order_by", label: "Order by", kind: "time", needed: false },
  { name: "latest_arrival", label: "Latest arrival", kind: "time", needed: false },
]

export const openCalendars = openPart("Calendars", "Hours are local times. What is due in working days or service hours is counted by the calendar of who does it; safety counts by the wall clock.", ({ me, file, saved }) => {
  const held = (id) => file.calendars.find(({ owner_id: owner }) => owner === id)
  const withCalendar = (entries) => entries.map((each) => ({ id: each.id, name: each.name, calendar: held(each.id) ?? null }))
  const its = { fields: FIELDS, say, fill, check, send, saved, editable: may(me, "set_calendar"), history: (id) => `/calendars/${id}/history` }
  return html`
    <${Entries} id="of-organisation" heading="Of organisations" entries=${withCalendar(file.organisations)} ...${its} />
    <${Entries} id="of-service" heading="Of services" entries=${withCalendar(file.services)} ...${its} />`
})

function say({ calendar }) {
  if (!calendar) return "The wall clock"
  const until = [`bank holidays ${wordsOf(BANK_HOLIDAYS, calendar.bank_holidays).toLowerCase()}`, calendar.order_by && `order by ${short(calendar.order_by)}`, calendar.latest_arrival && `latest arrival ${short(calendar.latest_arrival)}`]
  return [...weekInWords(calendar.week), ...until.filter(Boolean)].join(" · ")
}

/** Days of the same hours together: "Mon–Fri 09:00–17:00". */
function weekInWords(week) {
  const runs = []
  week.forEach((day, at) => {
    const hours = hoursInWords(day)
    if (runs.at(-1)?.hours === hours) runs.at(-1).last = at
    else runs.push({ first: at, last: at, hours })
  })
  const name = (at) => DAYS[at].slice(0, 3)
  return runs.filter(({ hours }) => hours).map(({ first, last, hours }) => `${name(first)}${last > first ? `–${name(last)}` : ""} ${hours}`)
}

function fill({ calendar }) {
  const week = calendar?.week ?? DAYS.map(() => [])
  return {
    ...Object.fromEntries(week.map((day, at) => [`day${at}`, hoursInWords(day)])),
    bank_holidays: calendar?.bank_holidays ?? "closed",
    order_by: calendar?.order_by ? short(calendar.order_by) : "",
    latest_arrival: calendar?.latest_arrival ? short(calendar.latest_arrival) : "",
  }
}

const check = (values) => DAYS.flatMap((day, at) => (readHours(values[`day${at}`]) ? [] : [{ field: `day${at}`, words: `Write the hours of ${day} such as 09:00–17:00, or leave them empty` }]))

const send = (id, values) => put(`/calendars/${id}`, {
  week: DAYS.map((_, at) => readHours(values[`day${at}`])),
  bank_holidays: values.bank_holidays,
  order_by: values.order_by || null,
  latest_arrival: values.latest_arrival || null,
})
