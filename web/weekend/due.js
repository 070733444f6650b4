/** Whether the weekend's list is to be worked through now: asked of the server once a weekend, looked at each minute. */
import { computed, effect, signal } from "../html.js"
import { Problem, get } from "../http.js"

/** A signal of {first, last} while it is due, else null. */
export function weekendDue(live) {
  const days = signal(null)
  let asking = false

  async function ask() {
    asking = true
    try {
      days.value = await get("/weekend/days")
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem
    } finally {
      asking = false
    }
  }

  effect(() => {
    const now = live.minute.value
    if (!asking && !(days.peek() && now < days.peek().closes_at)) ask()
  })
  return computed(() => (days.value && days.value.opens_at <= live.minute.value && live.minute.value < days.value.closes_at ? days.value : null))
}
