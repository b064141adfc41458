// What the functions answer, and how many batches there are, when 100,000 people on either side are paired and mailed.

import { source } from './machines.js'

const PEOPLE = 100_000

/** A number in a source file, so that this cannot fall behind. */
function number(file, pattern) {
  const found = source(file).match(pattern)
  if (!found) throw new Error(`${file} has no ${pattern}`)
  return Number(found[1].replaceAll('_', ''))
}

const FUNCTIONS = 'functions/src/main/java/fr/vismonjob/function/'
const constant = (file, name) => number(`${FUNCTIONS}${file}.java`, new RegExp(`int ${name} = ([\\d_]+);`))

const SHARES = number('template.yaml', /TableShares:\n(?: {4}.*\n)*? {4}MaxValue: (\d+)/)
const RUN_FILES = 'functions/src/main/java/fr/vismonjob/workflow/RunFiles.java'
const BATCH = number(RUN_FILES, /int BATCH = ([\d_]+);/)
const MOST_BATCHES = number(RUN_FILES, /int MOST_BATCHES = ([\d_]+);/)

const batchesOf = (items, size) => Array.from({ length: Math.ceil(items / size) }, () => size)
const decided = (items) => batchesOf(items, Math.max(BATCH, Math.ceil(items / MOST_BATCHES)))

const FOLDER = 'passages/2026/2026-11-10/5f2b1c9e-7a39-4d0c-9f6e-0c2a8f1d3b47'
const ID = 'b7c1d2e3f4a5968778695a4b3c2d1e0f'
const items = (sizes, name, item) => sizes.map((size) => ({ [name]: Array(size).fill(item) }))
const MAIL = `rappel-j7/${ID}/${ID}`
const PAIR = { ambassadeur: ID, etudiant: ID, date: '2026-11-24', score: 100, raisons: Array(5).fill('Administration : Ministère de l’Intérieur, deuxième choix.') }
const LEFT_OVER = { personne: ID, cause: 'Personne ne propose ce métier à cette distance.', conseil: 'Si vous acceptiez aussi une journée à 60 km, une place serait libre.' }

export const batches = {
  RecordPairs: items(decided(PEOPLE), 'binomes', PAIR),
  PublishPairs: items(decided(PEOPLE), 'binomes', PAIR),
  TellLeftOver: items(decided(PEOPLE), 'restes', LEFT_OVER),
  Batches: items(batchesOf(2 * PEOPLE, constant('CollectMailsFunction', 'BATCH')), 'envois', MAIL),
}

/** Functions by the states that call them. Each call makes its own, since some answer otherwise the second time. */
export function functions() {
  let collected = 0
  let erased = 0
  return {
    Due: () => ({
      edition: '2026', today: '2026-11-10', dossier: FOLDER, passage: FOLDER, jour_passe: false, parts: Array.from({ length: SHARES }, (_, part) => `${part}/${SHARES}`),
      appariement: true, essai: false, rapport: true, effacement: true, nouveaux_liens: true,
      cloture: false, proposer: true, publier: true, prevenir: true, remplacer: true, propose: `${FOLDER}/1-3f1c7a`, accord: `${FOLDER}/1-3f1c7a`,
      decisions: { passage: FOLDER, binomes_lots: 0, restes_lots: 0 },
    }),
    Follow: () => ({ annules: 50 }),
    Match: () => ({}),
    Queue: () => ({ envois: 5000 }),
    FinalReport: () => ({}),
    Snapshot: ({ part }) => ({ fichier: `${FOLDER}/vivier-${part}.json`, personnes: 5000 }),
    ReadAgreed: () => ({ fichier: `${FOLDER}/accord.json`, lots: batches.PublishPairs.length, a_corriger: [] }),
    Publish: () => ({ formes: 100, proposes: 0, ecartes: 0 }),
    ReplaceProposals: () => ({ retires: 100, a_corriger: [] }),
    Solve: () => ({
      passage: `${FOLDER}/2-3f1c7a`,
      binomes_decides: PEOPLE, binomes_fichier: `${FOLDER}/binomes.json`, binomes_lots: batches.RecordPairs.length,
      restes_fichier: `${FOLDER}/restes.json`, restes_lots: batches.TellLeftOver.length,
    }),
    Record: () => ({ formes: 0, proposes: 100, ecartes: 0 }),
    Tell: () => ({ prevenus: 100 }),
    Report: () => Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`chiffre_du_rapport_${n}`, PEOPLE])),
    QueueLinks: () => ({ envois: 5000 }),
    Collect: () => ({
      envois_fichier: `${FOLDER}/envois.json`, envois_lots: collected++ === 0 ? batches.Batches.length : 0, par_seconde: 14, premiers: [MAIL], echecs: 0,
    }),
    FirstMail: () => ({ envoyes: 1, sans_objet: 0, echecs: 0, a_reprendre: [] }),
    Send: () => ({ envoyes: 50, sans_objet: 0, echecs: 0, a_reprendre: [] }),
    SendMails: () => ({ Output: { echecs: 0 } }),
    Erase: () => ({ fini: ++erased * constant('EraseFunction', 'MOST_AT_ONCE') >= 2 * PEOPLE }),
    MarkDay: () => ({}),
    WakeSite: () => ({}),
    WakePersonalPages: () => ({}),
    WakeMailSender: () => ({}),
    Editions: () => ({ jours: Array.from({ length: 20 }, (_, n) => ({ edition: `edition-${n}`, today: '2026-11-10' })) }),
    Day: () => ({}),
  }
}
