import i18next, { type Namespace as AnyNamespace, type TFunction } from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import { directionOf, languages, type Language, type Namespace } from '../../i18n/catalogue.ts'
import { filesOf, type Said } from '../../i18n/clause.ts'
import { pseudoTexts, type Texts } from '../../i18n/pseudo-locale.ts'
import common from '../../i18n/en/common.json'
import problems from '../../i18n/en/problems.json'
import shell from '../../i18n/en/shell.json'

const storageKey = 'seriatim.language'

/** Each file of texts is loaded when the first page that needs it is opened. */
const files = import.meta.glob<Texts>('../../i18n/en/*.json', { import: 'default' })

const pathOf = (namespace: string): string => `../../i18n/en/${namespace}.json`

const loaded = new Map<string, Texts>([
  ['common', common],
  ['problems', problems],
  ['shell', shell],
])

/** The language that was chosen on this device, or English. */
function chosenLanguage(): Language {
  const chosen = localStorage.getItem(storageKey)
  return chosen !== null && chosen in languages ? (chosen as Language) : 'en'
}

/** Changes the language of everything, and keeps the choice on this device. */
export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(storageKey, language)
  for (const [namespace, texts] of loaded) addTexts(language, namespace, texts)
  await i18next.changeLanguage(language)
  showDirection(language)
}

/** Makes the texts of the shell ready; those of a page come with the page. */
export async function startTexts(): Promise<void> {
  const language = chosenLanguage()
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    ns: [...loaded.keys()],
    defaultNS: 'common',
    resources: {},
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  })
  for (const [namespace, texts] of loaded) addTexts(language, namespace, texts)
  showDirection(language)
}

/** Loads the texts that a page needs; a route does it while the page itself is loading. */
export async function loadTexts(...namespaces: Namespace[]): Promise<void> {
  await Promise.all(
    namespaces.map(async (namespace) => {
      if (loaded.has(namespace)) return
      const texts = await files[pathOf(namespace)]!()
      loaded.set(namespace, texts)
      addTexts(i18next.language as Language, namespace, texts)
    }),
  )
}

/** Loads the texts that something is said in, as far as this version of the app has them. */
export const loadTextsOf = (said: Said = null): Promise<void> =>
  loadTexts(...filesOf(said).filter((name): name is Namespace => pathOf(name) in files))

/** `const t = useText('unit')` gives the texts of a namespace: `t('title')`, `t('held', { count })`. */
export const useText = <Ns extends Namespace>(namespace: Ns): TFunction<Ns> =>
  useTranslation(namespace as AnyNamespace).t as unknown as TFunction<Ns>

/** The language in which numbers and times are written. */
export const useLanguage = (): Language => useTranslation('common').i18n.language as Language

function addTexts(language: Language, namespace: string, texts: Texts): void {
  const own = language === 'ar-XB' ? pseudoTexts(texts) : texts
  i18next.addResourceBundle(language, namespace, own)
}

function showDirection(language: Language): void {
  document.documentElement.lang = language
  document.documentElement.dir = directionOf(language)
  const floating = document.querySelector('#floating')
  floating?.setAttribute('aria-label', i18next.t('floating', { ns: 'shell' }))
}
