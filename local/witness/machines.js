// The state machines of workflows/, as they are deployed but for what the interpreter cannot do.

import { readFileSync, readdirSync } from 'node:fs'
import { StateMachine } from 'aws-local-stepfunctions'

const ROOT = new URL('../../', import.meta.url)
const CONTEXT = { Execution: { Id: 'arn:execution', Name: 'name', Input: { edition: '2026' }, StartTime: '2026-11-01T06:00:00Z' } }

export const source = (file) => readFileSync(new URL(file, ROOT), 'utf8')

export const names = readdirSync(new URL('workflows/', ROOT)).map((file) => file.replace('.asl.json', ''))

export const definition = (name) =>
  JSON.parse(source(`workflows/${name}.asl.json`).replace(/\$\{(\w+)}/g, 'arn:aws:lambda:eu-west-3:123456789012:function:$1'))

/** All states with their names, those inside maps too, each with whether it runs in an execution of a Distributed Map. */
export function states(machine, ofBatch = false) {
  return Object.entries(machine.States).flatMap(([name, state]) => [
    { name, state, ofBatch },
    ...(state.ItemProcessor ? states(state.ItemProcessor, ofBatch || isDistributed(state)) : []),
  ])
}

export const isDistributed = (state) => state.ItemProcessor?.ProcessorConfig.Mode === 'DISTRIBUTED'

export const isFunction = (state) => state.Type === 'Task' && state.Resource.startsWith('arn:aws:lambda')

/**
 * It has no distributed maps, takes a ResultPath of `$` for none at all, and knows no intrinsic functions in a Fail. So a
 * map's items come from `batches`, which has them by the map's name, and a Fail says less.
 */
function adapted(machine, batches) {
  for (const { name, state } of states(machine)) {
    if (state.ItemReader) {
      delete state.ItemReader
      state.ItemsPath = `$$.Batches.${name}`
      state.ItemProcessor.ProcessorConfig = { Mode: 'INLINE' }
      if (!(name in batches)) throw new Error(`no batches for ${name}`)
    }
    if (state.ResultPath === '$') delete state.ResultPath
    if (state.Type === 'Fail') {
      delete state.CausePath
      state.Cause = 'left out'
    }
  }
  return machine
}

/** Runs a machine with a function in the place of each task, by the states' names; answers what happened. */
export async function run(name, tasks, batches = {}) {
  const machine = new StateMachine(adapted(definition(name), batches), { validationOptions: { noValidate: true } })
  const { result, eventLogs } = machine.run(CONTEXT.Execution.Input, {
    overrides: { taskResourceLocalHandlers: tasks },
    context: { ...CONTEXT, Batches: batches },
  })
  const events = []
  const ended = result.catch((error) => error)
  for await (const event of eventLogs) events.push(event)
  const output = await ended
  return { events, output, succeeded: !(output instanceof Error) }
}
