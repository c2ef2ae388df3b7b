import type { Locator } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { asActor } from '../support/actor.ts'
import { openAuditor, openReader } from '../support/browser.ts'
import { demoInBrowser, moveTo, publicly } from '../support/demo-in-browser.ts'

const demo = demoInBrowser()

/** The least that is a PDF. */
const letter = Buffer.from('%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\ntrailer <<>>\n%%EOF\n')

/** Somebody who signed in, with a count of his clicks and of the fields that he filled. */
async function counted(as: string) {
  const reader = await openReader(demo.browser, demo.server.url, 'desktop', { audit: false })
  await reader.open('/sec/sign-in')
  await reader.press(as)
  const count = { clicks: 0, edits: 0 }
  const { page } = reader
  return {
    ...reader,
    count,
    click: async (what: Locator) => {
      count.clicks++
      await what.click()
      await page.waitForLoadState()
    },
    fill: async (label: string, value: string) => {
      count.edits++
      await page.getByLabel(label, { exact: true }).fill(value)
    },
    attach: async (label: string, file: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }) => {
      count.edits++
      await page.getByLabel(label, { exact: true }).setInputFiles(file)
    },
    hrefOf: (name: RegExp) => page.getByRole('link', { name }).first().getAttribute('href'),
    link: (name: string) => page.getByRole('link', { name, exact: true }).first(),
    button: (name: string) => page.getByRole('button', { name, exact: true }),
    main: () => page.locator('main').innerText(),
  }
}

describe('the tasks of the people of the process, by their clicks', () => {
  it('the Panel converts a Draft Proposal in two from its front page, and what is sent is seen before it is recorded', async () => {
    const administrator = await counted('Code administrator')
    await administrator.open('/sec/acts/change-path/modification/80?path=self-governance')
    await administrator.press('Change the path')
    const panel = await counted('Secretary of the SEC Panel')
    await panel.open('/sec/mine')
    await panel.click(panel.page.getByRole('link', { name: /^Convert to a Modification Proposal\s*: DP080$/ }).first())
    await panel.click(panel.button('Convert to a Modification Proposal'))
    expect([panel.count, panel.where().startsWith('/sec/MP080')]).toEqual([{ clicks: 2, edits: 0 }, true])
    expect(await publicly(demo, '/sec/MP080')).toContain('Path 3: Self-Governance')
    await panel.close()
    await administrator.close()
  })

  it('the Authority finds what waits for it by its day, and decides in three with its letter; everybody reads it at once', async () => {
    const authority = await counted('Authority')
    await authority.open('/sec/mine')
    const queue = await authority.page.locator('.app-duties > li').allInnerTexts()
    expect(queue.map((each) => /MP076|November 2019 SEC Release/.exec(each)?.[0])).toEqual(['MP076', 'November 2019 SEC Release'])
    await authority.click(authority.page.getByRole('link', { name: /^Decide\s*: MP076$/ }).first())
    await authority.click(authority.page.getByLabel('Approve', { exact: true }))
    await authority.attach('The letter itself (optional)', { name: 'MP076.pdf', mimeType: 'application/pdf', buffer: letter })
    await authority.click(authority.button('Decide'))
    expect(authority.count).toEqual({ clicks: 3, edits: 1 })
    const told = await publicly(demo, '/sec/MP076')
    expect(told).toMatch(/Approved by the Authority/)
    expect(told).toContain('Decision letter of 4 October 2019 (PDF, 62 bytes)')
    const kept = await authority.page.context().request.get(`${demo.server.url}${await authority.hrefOf(/^Decision letter of/)}`)
    expect(await kept.body()).toEqual(letter)
    await authority.close()
  })

  it('the Authority sends back in three, with its letter, to the step that it names', async () => {
    const administrator = await counted('Code administrator')
    const steps = [
      ['/sec/acts/change-path/modification/85?path=authority determined', 'Change the path'],
      ['/sec/acts/determine-ready/modification/85?recorded.by=body/change-sub-committee', 'Determine ready for conversion'],
      ['/sec/acts/convert/modification/85?route=report', 'Convert to a Modification Proposal'],
      ['/sec/acts/approve-report/modification/85', 'Approve the Modification Report'],
      ['/sec/acts/record-vote/modification/85?outcome=approve', 'Record the vote'],
    ] as const
    for (const [path, button] of steps) {
      await administrator.open(path)
      await administrator.press(button)
      expect(administrator.where(), path).not.toContain('/acts/')
    }
    const authority = await counted('Authority')
    await authority.open('/sec/mine')
    await authority.click(authority.page.getByRole('link', { name: /^Decide\s*: MP085$/ }).first())
    await authority.click(authority.page.getByLabel('Send back', { exact: true }))
    await authority.fill('Title of the letter (optional)', 'Send-back letter on MP085')
    await authority.click(authority.button('Decide'))
    expect(authority.count).toEqual({ clicks: 3, edits: 1 })
    expect(await publicly(demo, '/sec/MP085')).toContain('Send-back letter on MP085')
    await authority.close()
    await administrator.close()
  })

  it('another date for a release is asked for with one edit and three clicks, and what moves with it is shown first', async () => {
    const panel = await counted('Secretary of the SEC Panel')
    await panel.open('/sec/releases/2019-11')
    const scope = await panel.page.locator('main a[href^="/sec/SECMP"], main a[href^="/sec/MP"]').count()
    await panel.click(panel.link('Ask for another date'))
    await panel.fill('Day asked for', '2019-11-24')
    await panel.click(panel.button('Preview'))
    const preview = await panel.page.locator('#preview').innerText()
    expect(preview).toContain('What moves with it')
    expect(scope).toBeGreaterThan(0)
    expect(preview).toMatch(/\d+ modifications? in its scope/)
    await panel.click(panel.button('Ask for another date'))
    expect(panel.count).toEqual({ clicks: 3, edits: 1 })
    const authority = await counted('Authority')
    await authority.open('/sec/releases/2019-11')
    await authority.follow('Decide on another date')
    await authority.page.getByLabel('To 24 November 2019, asked on 4 October 2019').check()
    await authority.page.getByLabel('Agreed', { exact: true }).check()
    await authority.page.getByLabel(/^May be moved up to/).fill('2019-12-01')
    await authority.press('Decide on another date')
    // The discretion that the decision left is used, up to its limit and not beyond.
    await panel.open('/sec/acts/set-release-date/release/2019-11?day=2019-12-02')
    await panel.press('Set the date')
    expect(await panel.main()).toContain('2 December 2019 is after 1 December 2019, the latest day that was agreed')
    await panel.fill('Day of the release', '2019-11-29')
    await panel.press('Set the date')
    expect(await publicly(demo, '/sec/releases/2019-11')).toContain('29 November 2019')
    await panel.close()
    await authority.close()
  })
})

describe('a consultation, from its issue to its matrix', () => {
  const at = '/sec/MP079/consultations/refinement/1'
  const secret = 'Two million pounds'
  const answer = 'What would it cost you?'

  /** The link of a mail, as the outbox shows its words. */
  async function linkInMail(text: string): Promise<string> {
    const administrator = await counted('Code administrator')
    await administrator.open('/sec/outbox?about=modification/79')
    await administrator.page.locator('summary').first().click()
    const words = await administrator.page.locator('.app-mail').first().innerText()
    await administrator.close()
    const url = new RegExp(`^${text}: (\\S+)$`, 'm').exec(words)?.[1] ?? ''
    return url.slice(new URL(url).origin.length)
  }

  it('is issued with whom it tells shown first, and its page says who was sent it', async () => {
    const administrator = asActor(await counted('Code administrator'))
    await administrator.open('/sec/contacts')
    const contact = { 'Contact of': 'Northern Powergrid', 'E-mail address': 'regulation@codes.example' }
    await administrator.fill({
      ...contact,
      'Consultations: planned, issued, changed': true,
      'How it was confirmed in writing': 'its letter of 1 October 2019',
    })
    await administrator.press('Add the contact')
    await administrator.open('/sec/acts/issue-consultation/modification/79?consultation=79/refinement/1')
    await administrator.fill({
      'Refinement Consultation': true,
      'What it is about': 'Whether a modification may be withdrawn later.',
      'Questions, one a line': `Do you agree? (yes or no)\n${answer}`,
    })
    await administrator.press('Preview')
    await administrator.page.locator('.app-audience summary').click()
    const audience = await administrator.page.locator('.app-audience').innerText()
    for (const part of ['regulation@codes.example', 'Whether a modification may be withdrawn later.', 'Answer it:'])
      expect(audience).toContain(part)
    await administrator.press('Issue a consultation')
    expect(await administrator.read(at)).toMatch(/Who was told .*Northern Powergrid\s*regulation@codes\.example/)
    await administrator.close()
  })

  it('is drafted by two colleagues without a lost edit, signed off in one, and sent in three with a receipt', async () => {
    const first = await counted('Party: Northern Powergrid')
    const second = await counted('Party: Northern Powergrid, a colleague')
    const legal = await counted('Party: Northern Powergrid, legal')
    await first.open('/sec/mine')
    await first.click(first.page.getByRole('link', { name: /^Respond\s*: MP079$/ }))
    await first.page.getByLabel(answer).fill('Nothing')
    await first.press('Save the draft')
    first.count.clicks = 0
    await first.click(first.link('Invite a colleague'))
    await first.click(first.page.getByRole('button', { name: /^Ask to draft\s*: Party: Northern Powergrid, a colleague$/ }))
    expect(first.count.clicks, 'an invitation').toBe(2)

    // Both write from the same version: who saves later is shown both.
    await second.open('/sec/mine')
    await second.follow(/^To draft the response/)
    await first.page.getByLabel(answer).fill('A little')
    await first.press('Save the draft')
    await second.page.getByLabel(answer).fill(secret)
    await second.press('Save the draft')
    expect(await second.main()).toContain('saved another version while you wrote')
    expect(await second.page.getByLabel(answer).inputValue()).toBe(secret)
    expect(await second.page.locator('.app-side-by-side__other').innerText()).toContain('A little')
    await second.page.getByLabel(answer).fill(`A little: ${secret}`)
    await second.page.locator('input[name="keep.2"]').check()
    await second.page.getByLabel('Yes', { exact: true }).check()
    await second.fill('Your reasons for question 1', 'It is clearer.')
    await second.page.getByLabel(/^Why it is confidential/).fill('Prices')
    await second.press('Save the draft')

    await first.open(`${at}/colleagues`)
    await first.press(/^Ask to sign off\s*: Party: Northern Powergrid, legal$/)
    // Whoever is asked is led to what he signs; there it is one press.
    await legal.open('/sec/mine')
    await legal.follow(/^To sign off the response/)
    await legal.click(legal.page.getByRole('button', { name: /^Sign off version/ }))
    expect(legal.count.clicks).toBe(1)

    await first.open('/sec/mine')
    first.count.clicks = 0
    const began = Date.now()
    await first.click(first.page.getByRole('link', { name: /^Respond\s*: MP079$/ }))
    await first.click(first.button('Check and send'))
    await first.click(first.button('Send the response'))
    expect(first.count.clicks, 'from the front page').toBe(3)
    // A click is a second of somebody's time, besides what the pages take.
    expect(Date.now() - began + 3_000).toBeLessThan(20_000)
    expect(await first.main()).toMatch(/Receipt of your response[\s\S]*[0-9a-f]{64}/)
    const pdf = await first.page.request.get(`${demo.server.url}${await first.link('This receipt as PDF').getAttribute('href')}`)
    expect(pdf.headers()['content-type']).toBe('application/pdf')

    // Changed until it closes; what is changed is signed off anew.
    await first.follow('Change it')
    await first.fill('Your reasons for question 1', 'It is much clearer.')
    await first.press('Check and send')
    expect(await first.main()).toContain('waits to be signed off')
    await legal.open(`${at}/respond`)
    await legal.press(/^Sign off version/)
    await first.open(`${at}/respond`)
    await first.press('Check and send')
    await first.press('Send the response')
    expect(await first.main()).toContain('It is much clearer.')
    for (const each of [first, second, legal]) await each.close()
  })

  it('is answered from the mail in three, and with no comment in two', async () => {
    const dcc = await counted('DCC')
    const reply = await linkInMail('Answer it')
    dcc.count.clicks++ // the link in the mail
    await dcc.open(reply)
    await dcc.page.getByLabel(answer).fill('Nothing at all')
    await dcc.click(dcc.button('Check and send'))
    await dcc.click(dcc.button('Send the response'))
    expect([dcc.count.clicks, await dcc.main()]).toEqual([3, expect.stringContaining('Receipt of your response')])
    dcc.count.clicks = 1
    await dcc.open(await linkInMail('Considered, no comment'))
    await dcc.click(dcc.button('Send the response'))
    expect([dcc.count.clicks, await dcc.main()]).toEqual([2, expect.stringContaining('Considered, no comment')])
    await dcc.close()
  })

  it('closes, and is published with what was withheld and why; a late one is marked; it ends in a matrix and a rate', async () => {
    const administrator = asActor(await counted('Code administrator'))
    const record = async (answers: Parameters<typeof administrator.fill>[0]) => {
      await administrator.open(at)
      await administrator.follow('Record a response to a consultation')
      await administrator.fill({ ...answers, 'Answers, one line for each question': `2: ${secret}` })
      await administrator.press('Record a response to a consultation')
      expect(administrator.where()).not.toContain('/acts/')
    }
    await record({
      'Who responds, where it is not in the register': 'A maker of meters',
      'As a whole, with the name': true,
      'Why it is confidential': 'It would harm us',
    })
    expect(await publicly(demo, at)).not.toContain('maker of meters')
    await moveTo(demo, '2019-10-28')
    await record({ 'Who did it': 'British Gas', 'Day on which it reached us': '2019-10-28', Source: 'E-mail of 28 October 2019' })

    const told = (await publicly(demo, at)).replace(/\s+/g, ' ')
    for (const part of [
      /Closed at 17:00 on 25 October 2019/,
      /Northern Powergrid Do you agree\? Yes: It is much clearer\. What would it cost you\? Withheld: Prices/,
      /DCC Answer Considered, no comment/,
      /British Gas late What would it cost you\? Two million pounds/,
      /A response, received by 4 October 2019, is withheld with the name: It would harm us/,
      /No source tells the Party category of any organisation, so no rate can be told/,
    ])
      expect(told).toMatch(part)
    expect(told.split(secret)).toHaveLength(2) // in the late one, which is not confidential
    expect(told).not.toMatch(/maker of meters|A little/)

    await administrator.open(at)
    await administrator.follow('Answer a point of the responses')
    await administrator.fill({ 'What was said': 'Clarity', 'Northern Powergrid': true, Answer: 'We agree.', 'What changed': 'Section 2' })
    await administrator.press('Answer a point of the responses')
    await administrator.open('/sec/acts/categorise-organisation/organisation/northern-powergrid')
    await administrator.fill({ 'Party category': 'Electricity Network Parties' })
    await administrator.press(/category/i)
    const after = (await publicly(demo, at)).replace(/\s+/g, ' ')
    expect(after).toMatch(/Clarity Northern Powergrid We agree\. Section 2/)
    expect(after).toMatch(/Electricity Network Parties 1 1 0 0 100%/)
    const auditor = await openAuditor(demo.browser)
    await auditor.page.context().addCookies(await administrator.page.context().cookies())
    await auditor.expectSound(`${demo.server.url}${at}`)
    await auditor.close()
    await administrator.close()
  })
})
