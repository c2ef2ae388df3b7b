import { expect, it } from 'vitest'
import { PaperPage } from './html.tsx'
import { heading, list, type Paper, paragraph } from './paper.ts'

const paper = (...sections: Paper['sections']): Paper => ({
  title: 'A paper',
  classification: 'White',
  reference: 'P_1',
  author: 'SECAS Team',
  date: '2019-10-04' as Paper['date'],
  cover: [],
  sections,
  attachments: [],
})

it('escapes what the register tells', () => {
  const html = String(<PaperPage paper={paper(paragraph('<b>bold</b>'), ...list([[{ text: '<i>', href: '/sec/"' }]]))} />)
  expect(html).toContain('&lt;b&gt;bold')
  expect(html).toContain('<a class="govuk-link" href="/sec/&quot;">&lt;i&gt;</a>')
})

it('has the title above the sections, and the sections above their parts', () => {
  const html = String(<PaperPage paper={paper(heading(1, 'One', 'one'), heading(2, 'Two'), heading(3, 'Three'))} />)
  expect([...html.matchAll(/<h(\d)/g)].map(([, level]) => level)).toEqual(['1', '2', '3', '4'])
  expect(html).toContain('id="one"')
})
