// publicodes on the benchmark rule. Prints one line of JSON; run by benchmarks/reasoning.py with a file of rows.
// It is copied beside the node_modules that hold publicodes, and run there.
import { readFileSync } from 'node:fs'
import Engine from 'publicodes'

const { version } = JSON.parse(readFileSync('node_modules/publicodes/package.json'))
const rows = JSON.parse(readFileSync(process.argv[2]))
const names = ['school', 'university', 'health', 'engineering', 'agriculture', 'other']
const rules = {
  series: { question: 'Series?', 'une possibilité': names.map((name) => ({ [name]: {} })) },
  level: { question: 'Level?' },
  years: { question: 'Years?' },
  age: { question: 'Age?' },
  eligible: {
    'toutes ces conditions': [
      "series != 'school'",
      'level >= 4',
      { 'une de ces conditions': [{ 'toutes ces conditions': ['years >= 15', 'age >= 55'] }, 'years >= 30'] },
    ],
  },
}
const quiet = { warn() {}, error() {}, log() {} }
const engine = new Engine(rules, { logger: quiet, warn: false })
const decide = (row) => engine.setSituation({ ...row, series: `'${row.series}'` }).evaluate('eligible').nodeValue
for (const row of rows.slice(0, 300)) decide(row)
let eligible = 0
const times = rows.map((row) => {
  const start = process.hrtime.bigint()
  if (decide(row) === true) eligible++
  return Number(process.hrtime.bigint() - start) / 1000
})
console.log(JSON.stringify({ version: `publicodes ${version}`, eligible, times: { 'publicodes, setSituation and evaluate': times } }))
