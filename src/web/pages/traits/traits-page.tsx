import { Link, useNavigate } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { Outputs } from '../../../client/web-client.ts'
import { formatFieldName } from '../../../domain/search/index.ts'
import { whatFits } from '../../../domain/trait-definition.ts'
import { useOperation } from '../../data/operations.ts'
import { useCompany } from '../../data/session.ts'
import rows from '../../subjects/rows.module.css'
import { SubjectForm } from '../../subjects/subject-form.tsx'
import { SubjectRow } from '../../subjects/subject-list.tsx'
import { useMaySetUp } from '../../subjects/use-may-set-up.ts'
import { useText } from '../../texts/texts.ts'
import { definitionFields } from '../../traits/definition-fields.ts'
import { definedAmong, type DefinedTrait } from '../../traits/use-traits.ts'
import { List, ListItem } from '../../ui/list.tsx'
import { Page, Stack } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Button } from '../../ui/parts.ts'
import { Answered, EmptyState } from '../../ui/states.tsx'
import styles from './traits-page.module.css'
import { SettingsLink } from '../settings/settings-link.tsx'
import { useSaid } from '../../texts/say.ts'

type Traits = Outputs['listTraits']['traits']

/** Every trait that is defined, and those that things have without a definition. */
export function TraitsPage() {
  const t = useText('traits')
  const query = useOperation('listTraits', {})
  const [making, make] = useState<string>()
  const mayDefine = useMaySetUp('trait')
  const define = mayDefine && (
    <Button leftSection={<Plus aria-hidden />} onClick={() => make('')}>
      {t('new')}
    </Button>
  )
  return (
    <Page title={t('title')} over={<SettingsLink />} actions={define}>
      <Answered query={query}>
        {({ traits }) => (
          <Stack>
            <Defined traits={traits} />
            <Undefined traits={traits} onDefine={mayDefine ? make : undefined} />
          </Stack>
        )}
      </Answered>
      {making !== undefined && <NewTrait code={making} onClose={() => make(undefined)} />}
    </Page>
  )
}

function Defined({ traits }: { traits: Traits }) {
  const t = useText('traits')
  const defined = definedAmong(traits)
  return (
    <Panel flush>
      {defined.length === 0 ? (
        <EmptyState title={t('empty')} detail={t('emptyDetail')} />
      ) : (
        <ul className={rows['rows']}>
          {defined.map((trait) => (
            <li key={trait.code}>
              <TraitRow trait={trait} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

function TraitRow({ trait: { code, definition } }: { trait: DefinedTrait }) {
  const say = useSaid()
  const company = useCompany()
  return (
    <Link
      to="/c/$company/settings/traits/$trait"
      params={{ company, trait: code }}
      className={rows['row']}
    >
      <SubjectRow
        code={code}
        name={definition.name}
        where={say(whatFits(definition))}
        end={<UnitsWith trait={code} />}
      />
    </Link>
  )
}

/** How many units have a trait, by themselves, by their lot or by their item. */
function UnitsWith({ trait }: { trait: string }) {
  const t = useText('things')
  const query = `${formatFieldName({ kind: 'trait', name: trait })}:*`
  const { data } = useOperation('countUnits', { query }, { keepsFormer: true })
  return data && t('unitCount', { count: data.total })
}

function Undefined({
  traits,
  onDefine,
}: {
  traits: Traits
  /** Asks for a definition; absent for who may not give one. */
  onDefine: ((code: string) => void) | undefined
}) {
  const t = useText('traits')
  const open = traits.filter(({ definition }) => definition === null)
  if (open.length === 0) return null
  return (
    <Panel title={t('open')} flush>
      <p className={styles.about}>{t('openDetail')}</p>
      <List>
        {open.map(({ code }) => (
          <ListItem
            key={code}
            title={<bdi>{code}</bdi>}
            detail={<UnitsWith trait={code} />}
            actions={
              onDefine && (
                <Button
                  variant="default"
                  aria-label={`${t('define')} ${code}`}
                  onClick={() => onDefine(code)}
                >
                  {t('define')}
                </Button>
              )
            }
          />
        ))}
      </List>
    </Panel>
  )
}

function NewTrait({ code, onClose }: { code: string; onClose: () => void }) {
  const t = useText('traits')
  const company = useCompany()
  const navigate = useNavigate()
  return (
    <SubjectForm
      kind="trait"
      title={t('new')}
      code={code}
      codeHint={t('codeHint')}
      fields={definitionFields(t)}
      onClose={onClose}
      onDone={(trait) =>
        void navigate({ to: '/c/$company/settings/traits/$trait', params: { company, trait } })
      }
    />
  )
}
