/** What changed, for people who listen: at most one message in 2 s; more than one change is said as a number. */
import { html, signal } from "./html.js"

const PAUSE = 2_000
const said = signal("")
let waiting = []
let timer = null

export function announce(words) {
  waiting.push(words)
  timer ??= setTimeout(speak, 0)
}

function speak() {
  said.value = waiting.length > 1 ? `${waiting.length} changes. ${waiting.at(-1)}` : waiting[0]
  waiting = []
  timer = setTimeout(() => {
    timer = null
    if (waiting.length) speak()
  }, PAUSE)
}

export const Announcements = () => html`<p class="nhsuk-u-visually-hidden" role="status" aria-live="polite">${said.value}</p>`
