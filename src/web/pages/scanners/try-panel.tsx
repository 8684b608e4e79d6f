import { useState } from 'react'
import { useScan } from '../../scan/scan-provider.tsx'
import type { Scan } from '../../scan/scan.ts'
import { useSaid } from '../../texts/say.ts'
import { useText } from '../../texts/texts.ts'
import { Fact, Facts, Panel } from '../../ui/panel.tsx'
import styles from './scanners.module.css'

/** Shows what a scan is and what it means, without recording anything. */
export function TryPanel() {
  const t = useText('scanner')
  const [scan, setScan] = useState<Scan>()
  useScan(setScan)
  return (
    <Panel title={t('try.title')}>
      <p>{t('try.detail')}</p>
      <div aria-live="polite">{scan ? <Meaning scan={scan} /> : <p>{t('try.nothing')}</p>}</div>
    </Panel>
  )
}

function Meaning({ scan: { code, meaning } }: { scan: Scan }) {
  const t = useText('scanner')
  const say = useSaid()
  const { symbology, problem, candidates } = meaning
  const [first, ...others] = candidates
  return (
    <Facts>
      <Fact name={t('try.code')}>
        <code className={styles.code} dir="ltr">
          {code.replaceAll(/[\0-\x1f]/g, (control) =>
            String.fromCharCode(0x2400 + control.charCodeAt(0)),
          )}
        </code>
      </Fact>
      <Fact name={t('try.symbology')}>{symbology ?? t('try.unknownSymbology')}</Fact>
      {problem && <Fact name={t('try.problem')}>{say(problem.said, problem.message)}</Fact>}
      <Fact name={t('try.likeliest')}>{first && say(first.said.title, first.title)}</Fact>
      <Fact name={t('try.why')}>{first && say(first.said.why, first.why)}</Fact>
      {first?.facts.map(({ name, value, said }) => (
        <Fact key={name} name={say(said.name, name)}>
          {say(said.value, value)}
        </Fact>
      ))}
      {others.length > 0 && (
        <Fact name={t('try.others')}>
          {others.map(({ title, said }) => say(said.title, title)).join(' · ')}
        </Fact>
      )}
    </Facts>
  )
}
