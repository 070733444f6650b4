/** Preact with htm: templates without a build step. What is put into them is always text, never markup. */
import { h } from "./vendor/preact.js"
import htm from "./vendor/htm.js"

export { Fragment, render } from "./vendor/preact.js"
export { useEffect, useLayoutEffect, useMemo, useRef, useState } from "./vendor/preact-hooks.js"
export { batch, computed, effect, signal } from "./vendor/signals.js"
export const html = htm.bind(h)
