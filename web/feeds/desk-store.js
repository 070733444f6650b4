/** What the desk has read: the feeds, one page of the queue, and by what the queue is filtered. */
import { batch, signal } from "../html.js"
import { Problem, get } from "../http.js"

const FIRST = { state: "waiting", feed: "", code: "", order: "oldest", pages: [] }

export function deskStore() {
  const [feeds, queue, filters] = [signal([]), signal({ messages: [], next: null, counts: [] }), signal(FIRST)]

  const trouble = signal("")

  /** Reads again; what is on screen stays where that fails, and why is said. */
  async function refresh() {
    try {
      await read()
      trouble.value = ""
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem
      trouble.value = problem.message
    }
  }

  async function read() {
    const asked = filters.value
    const [told, page] = await Promise.all([get("/feeds"), get(`/feed-messages?${query(asked)}`)])
    if (asked !== filters.value) return // somebody asked for something else meanwhile
    batch(() => {
      feeds.value = told.feeds
      queue.value = page
    })
  }

  /** Another filter begins at its first page. */
  function choose(changes) {
    filters.value = { ...filters.value, pages: [], ...changes }
    return refresh()
  }

  const turn = (pages) => choose({ pages })
  const forward = () => turn([...filters.value.pages, queue.value.next])
  const back = () => turn(filters.value.pages.slice(0, -1))
  return { feeds, queue, filters, trouble, read, refresh, choose, forward, back }
}

function query({ state, feed, code, order, pages }) {
  const asked = { state, feed, code, order, past: pages.at(-1) ?? "" }
  return new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== "")).toString()
}
