/** Keeps the focus where it was when a live change moves or redraws what had it, mark focusable things data-focus; and gives it on. */
import { useLayoutEffect } from "./html.js"

let last = null
document.addEventListener("focusin", ({ target }) => (last = target))
document.addEventListener("pointerdown", ({ target }) => (last = last?.contains(target) ? last : null))

export function useKeptFocus() {
  useLayoutEffect(() => {
    if (!last || document.activeElement !== document.body) return
    const key = last.dataset.focus
    const now = last.isConnected ? last : key && document.querySelector(`[data-focus="${CSS.escape(key)}"]`)
    now?.focus({ preventScroll: true })
  })
}

/** Called before what takes time; its answer moves the focus on, unless the person has gone on elsewhere meanwhile. */
export function focusNow() {
  const before = document.activeElement
  return (next) => [before, document.body].includes(document.activeElement) && next?.focus()
}
