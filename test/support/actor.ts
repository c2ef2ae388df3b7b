import type { Browser, Locator } from 'playwright-core'
import { expect } from 'vitest'
import { openReader, type Reader } from './browser.ts'

/** What somebody writes into a form, or chooses: by the label of its field, or of the choice that is ticked (`true`). */
export type Answers = Readonly<Record<string, string | true>>

/** Somebody who takes steps of the process by links and forms, in a browser that runs no scripts. */
export type Actor = Reader & {
  /** From the page of a subject, by the link of the step, through its form; ends where the step is told. */
  readonly take: (page: string, step: string, answers?: Answers) => Promise<void>
  /** The same, kept as a draft. */
  readonly keep: (page: string, step: string, answers?: Answers) => Promise<void>
  /** The same, and it is refused: what the page says. */
  readonly refused: (page: string, step: string, answers?: Answers) => Promise<string>
  readonly fill: (answers: Answers) => Promise<void>
  /** The main part of a page, as it reads. */
  readonly read: (page: string) => Promise<string>
}

/** Signs in with a sample account, by its label. */
export async function actorOf(browser: Browser, url: string, account: string): Promise<Actor> {
  const reader = await openReader(browser, url, 'desktop', { audit: false })
  await reader.open('/sec/sign-in')
  await reader.press(account)
  return asActor(reader)
}

export function asActor(reader: Reader): Actor {
  const { page } = reader
  const fill = async (answers: Answers) => {
    for (const [label, answer] of Object.entries(answers)) await answered(page.locator('main'), label, answer)
  }
  const form = async (from: string, step: string, answers: Answers) => {
    await reader.open(from)
    await page
      .locator('main')
      .getByRole('link', { name: named(step) })
      .first()
      .click()
    await page.waitForLoadState()
    await fill(answers)
  }
  const main = async () => (await page.locator('main').innerText()).replace(/\s+/g, ' ')
  return {
    ...reader,
    fill,
    take: async (from, step, answers = {}) => {
      await form(from, step, answers)
      await reader.press(buttonOf(step))
      // What the rules warn of is shown first.
      const allTheSame = page.getByRole('button', { name: /all the same$/ })
      if (await allTheSame.count()) await reader.press(/all the same$/)
      expect(reader.where(), `${step}: ${await main()}`).not.toContain('/acts/')
    },
    keep: async (from, step, answers = {}) => {
      await form(from, step, answers)
      await reader.press('Save for later')
      expect(reader.where()).toBe('/sec/drafts')
    },
    refused: async (from, step, answers = {}) => {
      await form(from, step, answers)
      await reader.press(buttonOf(step))
      expect(reader.where()).toContain('/acts/')
      return page.getByRole('alert').innerText()
    },
    read: async (path) => {
      await reader.open(path)
      return main()
    },
  }
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
/** A field that may be left empty says so in its label. */
const labelled = (label: string) => new RegExp(`^${escaped(label)}( \\(optional\\))?$`)
/** A step of one assessment is named with it: `Return an assessment: Impact Assessment`. */
const named = (step: string) => new RegExp(`^${escaped(step).replace(':', '\\s*:')}${step.includes(':') ? '' : '$'}`)
const buttonOf = (step: string) => step.split(':')[0] ?? step

/** By the label of the field; of a few choices that are shown at once, by the legend above them. */
async function answered(main: Locator, label: string, answer: string | true): Promise<void> {
  const field = main.getByLabel(labelled(label)).first()
  if (answer !== true && (await field.count()) === 0) {
    const choices = main.locator('fieldset').filter({ has: main.page().locator('legend', { hasText: labelled(label) }) })
    return answered(choices, answer, true)
  }
  // What is folded away is unfolded first, by its summary, as a person does.
  if (!(await field.isVisible())) await field.locator('xpath=ancestor::details').locator('summary').click()
  if (answer === true) await field.check()
  else if ((await field.evaluate(({ tagName }) => tagName)) === 'SELECT') await field.selectOption({ label: answer })
  else await field.fill(answer)
}
