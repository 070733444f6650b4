/** Why people are still here, as the server works it out: read again soon after anything moved, and each minute. */
import { effect, signal } from "../html.js"
import { Problem, get } from "../http.js"
import { oneAtATime } from "../reading.js"

const PAUSE = 2_000
/** Of a board or a ward many screens are open at once. */
const LONG_PAUSE = 10_000

/** A signal of what `path()` answers, null before; what is on screen stays while the server does not answer. */
export function followed(path, store, live, pause = PAUSE) {
  const [told, trouble] = [signal(null), signal("")]
  let timer = null

  const read = oneAtATime(async () => {
    try {
      told.value = await get(path())
      trouble.value = ""
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem
      trouble.value = problem.message
    }
  })

  function soon() {
    timer ??= setTimeout(() => ((timer = null), read()), pause)
  }
  store.onHeard(soon)
  effect(() => void (live.minute.value, soon()))
  return { told, trouble, read }
}

/** The delays of `path()` by their stay: a function that answers a map, empty before they are read. */
export function delaysFollowed(path, store, live) {
  const { told, read } = followed(path, store, live, LONG_PAUSE)
  read()
  return () => new Map(told.value?.people.map((each) => [each.spell_id, each]))
}

/** The same of everybody in a community bed whom one may see, by the id of their stay there. */
export function delaysInBeds(store, live) {
  const { told, read } = followed(() => "/stays/delays", store, live)
  read()
  return () => new Map(told.value?.people.map((each) => [each.stay_id, each]))
}
