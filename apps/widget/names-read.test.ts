import { expect, it } from 'vitest'
import { namesRead } from './names-read.ts'

it.each([
  [
    "var React = require('react'); use(React.version, React.version, React.internals.H)",
    ['version', 'internals'],
  ],
  ["var a = require('a'), React = require('react'); function f() { return React.version + a }", ['version']],
  ["var React = require('react')", []],
])('of %s, a file reads %j', (code, names) => {
  expect(namesRead(code, 'react')).toEqual(names)
})

it.each([
  ['nothing is required', 'use(1)'],
  ['another file is', "var React = require('preact'); React.version"],
  ['it is required twice', "var React = require('react'); React.version; require('react').useState"],
  ['it is kept under no name', "require('react').version"],
  ['it is taken apart', "var { version } = require('react')"],
  ['it is passed on whole', "var React = require('react'); use(React)"],
  ['it is replaced', "var React = require('react'); React = other"],
  ['a name is made up while running', "var React = require('react'); React[name]"],
])('cannot tell when %s', (_, code) => {
  expect(() => namesRead(code, 'react')).toThrow('cannot tell what is read of react')
})
