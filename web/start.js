/** Starts a page: who is signed in, the words, then the page itself; says so when that fails. */
import { html } from "./html.js"
import { Problem } from "./http.js"
import { drawPage, drawProblem } from "./page.js"
import { session } from "./session.js"

/** `open({me, codes})` answers what `drawPage` draws: {live, content, livesFrom?}. */
export async function start(open) {
  try {
    const here = await session()
    drawPage({ me: here.me, ...(await open(here)) })
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem
    drawProblem(problem)
  }
}

/** A page about people: somebody of a service sees none, so it leads to theirs, and asks the feed for nothing. */
export const aboutPeople = (open) => (here) => (here.me.role === "provider" ? { live: null, content: Elsewhere } : open(here))

const Elsewhere = () => html`<h1 class="nhsuk-heading-m">This page is for wards and the hub</h1>
  <p><a href="/provider">Go to the requests to your service</a></p>`
