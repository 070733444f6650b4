/** Reading again what is not sent live: one reading at a time; asked for meanwhile, it is read once more. */
import { useEffect, useState } from "./html.js"

const AT_LONGEST = 3_000

const underWay = new Set()

/** Whether what a page reads as it is first drawn has come, so that it is shown at once and nothing moves under a finger. */
export function useFirstReadings(drawn) {
  const [come, setCome] = useState(false)
  useEffect(() => {
    if (!drawn) return
    const patience = setTimeout(() => setCome(true), AT_LONGEST)
    Promise.allSettled(underWay).then(() => setCome(true))
    return () => clearTimeout(patience)
  }, [drawn])
  return come
}

export function oneAtATime(read) {
  let [reading, again] = [null, false]

  async function readAll() {
    try {
      while (again) {
        again = false
        await read()
      }
    } finally {
      reading = null
    }
  }

  /** Resolves when what was asked for has been read; fails as the reading does. */
  return async () => {
    again = true
    if (!reading) {
      const begun = (reading = readAll())
      underWay.add(begun)
      begun.catch(() => {}).finally(() => underWay.delete(begun))
    }
    await reading
  }
}
