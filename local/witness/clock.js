// Time for an interpreter that waits: nobody really does. Whoever waits shortest goes on as soon as nothing else can.

const waiting = new Map()
let now = 0
let last = 0
let running = false

globalThis.setTimeout = (wake, ms = 0, ...values) => {
  const id = ++last
  waiting.set(id, { at: now + ms, wake: () => wake(...values) })
  if (!running) {
    running = true
    setImmediate(wakeNext)
  }
  return id
}
globalThis.clearTimeout = (id) => waiting.delete(id)

function wakeNext() {
  running = waiting.size > 0
  if (!running) return
  const [id, next] = [...waiting].reduce((one, other) => (other[1].at < one[1].at ? other : one))
  waiting.delete(id)
  now = next.at
  next.wake()
  setImmediate(wakeNext)
}

export const seconds = () => now / 1000

/** The shortest pause that a retry with jitter may make. */
Math.random = () => 0

// The interpreter asks for Node 22 for the sake of this.
Promise.withResolvers ??= () => {
  const made = {}
  made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }))
  return made
}
