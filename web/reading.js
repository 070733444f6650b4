/** Reading again what is not sent live: one reading at a time; asked for meanwhile, it is read once more. */
export function oneAtATime(read) {
  let [reading, again] = [null, false]

  async function readAll() {
    while (again) {
      again = false
      await read()
    }
  }

  /** Resolves when what was asked for has been read; fails as the reading does. */
  return async () => {
    again = true
    reading ??= readAll().finally(() => (reading = null))
    await reading
  }
}
