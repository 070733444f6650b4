/** Starts the page for the person and carer: reads it, and again whenever it is looked at, so that no old one is printed. */
import { html, signal } from "../html.js"
import { get } from "../http.js"
import { oneAtATime } from "../reading.js"
import { aboutPeople, start } from "../start.js"
import { ForThePerson } from "./page.js"

const caseId = location.pathname.split("/").at(-2)
const path = `/cases/${caseId}/for-the-person`

start(aboutPeople(async () => {
  const read = signal(await get(path))
  /** What is on screen stays where the reading fails: it says when it was read. */
  const again = oneAtATime(async () => {
    read.value = (await get(path).catch(() => null)) ?? read.value
  })
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && again())
  return { live: null, content: () => html`<${ForThePerson} caseId=${caseId} page=${read.value} />` }
}))
