/** The page of one service: its row comes live, its history is read again when the row moved. */
import { computed, effect, signal } from "../html.js"
import { get } from "../http.js"
import { oneAtATime } from "../reading.js"

/** Signals `row` and `page`; `refresh()` reads the page again. */
export function servicePage(id, first, store) {
  const page = signal(first)
  const row = computed(() => store.services.value.get(id) ?? page.value.service)
  let asked = first.service.position

  const refresh = oneAtATime(async () => {
    page.value = await get(`/services/${id}`)
    asked = Math.max(asked, page.value.service.position)
  })
  effect(() => {
    const { position } = row.value
    if (position <= asked) return
    asked = position
    refresh().catch(() => (asked = 0)) // its next move asks again
  })
  return { row, page, refresh }
}
