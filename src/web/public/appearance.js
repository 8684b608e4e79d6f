// Sets the chosen colours before the first paint; src/web/ui/appearance.ts keeps the choice.
{
  const chosen = (name) => localStorage.getItem(`seriatim.${name}`) ?? 'auto'
  const matches = (query) => matchMedia(query).matches
  const scheme = chosen('scheme')
  const isDark = scheme === 'auto' ? matches('(prefers-color-scheme: dark)') : scheme === 'dark'
  const contrast = chosen('contrast')
  const isMore = contrast === 'auto' ? matches('(prefers-contrast: more)') : contrast === 'more'
  document.documentElement.dataset.mantineColorScheme = isDark ? 'dark' : 'light'
  document.documentElement.dataset.contrast = isMore ? 'more' : 'normal'
}
