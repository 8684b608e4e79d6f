import type { Page } from 'playwright-core'
import { pageDrawn, type App } from './app.ts'
import type { BrowserPage } from './browser.ts'

/** A word of a text file as the pseudo-language `ar-XB` shows it. */
const marked = /\u200f?\u202e[^\u202c]*\u202c\u200f?/g

/**
 * Words on a page in the pseudo-language that come from no file of texts, names of data left out.
 *
 * @param part where they are looked for
 */
export async function unmarkedWords(
  page: Page,
  data: readonly string[],
  part = 'main',
): Promise<string[]> {
  const texts = await page.locator(part).evaluate((main) => {
    const found: string[] = []
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) found.push(walker.currentNode.textContent ?? '')
    for (const name of ['aria-label', 'title', 'placeholder', 'aria-valuetext']) {
      for (const element of main.querySelectorAll(`[${name}]`)) {
        found.push(element.getAttribute(name) ?? '')
      }
    }
    return found
  })
  return unmarkedIn(texts, data)
}

/** Those of some texts that have words which come from no file of texts, or from the data. */
export function unmarkedIn(texts: readonly string[], data: readonly string[]): string[] {
  const known = data.toSorted((a, b) => b.length - a.length)
  const left = texts.map((text) =>
    known.reduce((rest, one) => rest.replaceAll(one, ''), text.replace(marked, '')),
  )
  return left.filter((text) => /\p{Script=Latin}{2}/u.test(text))
}

/** Lets every page that is loaded from now on speak the pseudo-language. */
export async function speakPseudo(page: Page): Promise<void> {
  await page.addInitScript(() => localStorage.setItem('seriatim.language', 'ar-XB'))
}

/** Opens a page of the company in the pseudo-language. */
export async function openPseudo(app: App, path: string): Promise<BrowserPage> {
  const opened = await app.open('/')
  await speakPseudo(opened.page)
  await opened.page.goto(`${app.address}/c/main${path}`)
  await pageDrawn(opened.page)
  return opened
}
