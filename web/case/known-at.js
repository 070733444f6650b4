/** The case as it was known at an instant: what was recorded later is left out. The address holds the instant. */
import { DateAndTime } from "../form/date-time.js"
import { Form } from "../form/form.js"
import { missing, useForm } from "../form/use-form.js"
import { html } from "../html.js"
import { Problem } from "../http.js"
import { instantOf, localDate, localTime, longDate } from "../time.js"

export const knownAtOf = (search) => new URLSearchParams(search).get("known_at")

/** `show(instant or null)` reads the case again; it throws a Problem where nothing was known yet. */
export function KnownAt({ knownAt, now, show }) {
  const form = useForm({
    initial: { date: localDate(knownAt ?? now), time: localTime(knownAt ?? now) },
    check: (values) => missing(values, { date: "Give the date", time: "Give the time" }),
    send: async ({ date, time }) => {
      const at = instantOf(date, time)
      if (!at) throw new Problem({ detail: "Give a date and a time." })
      await show(at)
    },
    done: () => {},
  })
  return html`<details class="nhsuk-details hw-known" open=${Boolean(knownAt)}><summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">As known at another time</span></summary>
    <div class="nhsuk-details__text"><${Form} form=${form} id="known" action="Show what was known">
      <${DateAndTime} form=${form} id="known" date="date" time="time" label="What was known at" />
    <//></div>
  </details>`
}

export const KnownBanner = ({ knownAt, show }) => knownAt && html`<div class="hw-notice" role="status">
  <p><strong>As known at ${longDate(knownAt)}, ${localTime(knownAt)}.</strong> What was recorded later is not shown, and nothing can be done from here. Name, numbers and home are as they are now.</p>
  <button class="hw-link" type="button" onClick=${() => show(null)}>Show the case as it is now</button>
</div>`
