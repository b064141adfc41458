import './clock.js'
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import validate from 'asl-validator'
import { seconds } from './clock.js'
import { batches, functions } from './country.js'
import { definition, isDistributed, isFunction, names, run, states } from './machines.js'

const THREE_MINUTES = 180
const PAYLOAD = 256 * 1024
const HISTORY = 25_000

/** What Step Functions writes into an execution's history for a state. https://docs.aws.amazon.com/step-functions/latest/apireference/API_HistoryEvent.html */
function eventsOf(state) {
  if (state.Type === 'Map') return isDistributed(state) ? 6 : 4
  if (state.Type === 'Task') return isFunction(state) ? 5 : 6
  return 2
}
const OF_ITERATION = 2
const OF_RETRY = 3
const OF_EXECUTION = 2

const bytes = (value) => Buffer.byteLength(JSON.stringify(value ?? null))

function assertSucceeded(name, outcome) {
  assert.ok(outcome.succeeded, `${name}: ${outcome.output}`)
}

for (const name of names) {
  const all = states(definition(name))

  describe(name, () => {
    it('is valid', () => {
      const { isValid, errorsText } = validate(definition(name), { checkPaths: true, checkArn: false })
      assert.ok(isValid, isValid || errorsText())
    })

    for (const { name: task } of all.filter(({ state }) => isFunction(state))) {
      it(`loses nothing while ${task} is not ready for three minutes`, async () => {
        let since
        const tasks = functions()
        const answer = tasks[task]
        tasks[task] = (input) => {
          since ??= seconds()
          if (seconds() - since < THREE_MINUTES) throw Object.assign(new Error('not ready'), { name: 'Lambda.SnapStartNotReadyException' })
          return answer(input)
        }
        const few = Object.fromEntries(Object.entries(batches).map(([map, some]) => [map, some.slice(0, 1)]))
        const outcome = await run(name, tasks, few)
        assertSucceeded(name, outcome)
        assert.ok(since !== undefined, `${task} was never called`)
        assert.deepEqual(outcome.events.filter(({ type }) => type === 'StateCaught'), [])
      })
    }

    it('keeps within the limits of Step Functions with 100,000 people on either side', async () => {
      const tasks = functions()
      const sizes = []
      for (const [task, answer] of Object.entries(tasks)) {
        tasks[task] = (input) => {
          const output = answer(input)
          sizes.push([`input of ${task}`, bytes(input)], [`output of ${task}`, bytes(output)])
          return output
        }
      }
      const outcome = await run(name, tasks, batches)
      assertSucceeded(name, outcome)

      const states = new Map(all.map((each) => [each.name, each]))
      let history = OF_EXECUTION
      const ofOneBatch = all.filter(({ ofBatch }) => ofBatch).reduce((sum, { state }) => sum + eventsOf(state) + OF_RETRY * retries(state), OF_EXECUTION)
      for (const { type, state, parentState, output } of outcome.events) {
        const known = state && states.get(state.name)
        if (type === 'StateExited') sizes.push([`output after ${state.name}`, bytes(state.output)])
        if (type === 'ExecutionSucceeded') sizes.push(['output', bytes(output)])
        if (type === 'StateEntered' && !known.ofBatch) history += eventsOf(known.state)
        if (type === 'MapIterationStarted' && !isDistributed(states.get(parentState.name).state)) history += OF_ITERATION
      }
      const [what, most] = sizes.reduce((one, other) => (other[1] > one[1] ? other : one))
      console.log(`${name}: ${history} events, ${ofOneBatch} at most for a batch, at most ${most} bytes (${what})`)
      assert.ok(most <= PAYLOAD, `${what}: ${most} bytes`)
      assert.ok(history <= HISTORY, `${history} events`)
      assert.ok(ofOneBatch <= HISTORY, `${ofOneBatch} events of a batch`)
    })
  })
}

function retries(state) {
  return Math.max(0, ...(state.Retry ?? []).map(({ MaxAttempts = 3 }) => MaxAttempts))
}
