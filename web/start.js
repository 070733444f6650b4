/** Starts a page: who is signed in, the words, then the page itself; says so when that fails. */
import { Problem } from "./http.js"
import { drawPage, drawProblem } from "./page.js"
import { session } from "./session.js"

/** `open({me, codes})` answers {live, content}. */
export async function start(open) {
  try {
    const here = await session()
    const { live, content } = await open(here)
    drawPage({ me: here.me, live, content })
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem
    drawProblem(problem)
  }
}
