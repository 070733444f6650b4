/** Reading again what is not sent live: one reading at a time; asked for meanwhile, it is read once more. */
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
    reading ??= readAll()
    await reading
  }
}
