/** Keeps the focus where it was when a live change moves or redraws what had it. Mark focusable things data-focus. */
import { useLayoutEffect } from "./html.js"

let last = null
document.addEventListener("focusin", ({ target }) => (last = target.dataset.focus ?? null))
document.addEventListener("pointerdown", () => (last = null))

export function useKeptFocus() {
  useLayoutEffect(() => {
    if (!last || document.activeElement !== document.body) return
    document.querySelector(`[data-focus="${CSS.escape(last)}"]`)?.focus({ preventScroll: true })
  })
}
