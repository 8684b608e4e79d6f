import { getRouteApi, Link } from '@tanstack/react-router'
import type { Outputs, Subject } from '../../../client/web-client.ts'
import { formatFieldName } from '../../../domain/search/index.ts'
import { useOperation } from '../../data/operations.ts'
import { FactValue } from '../../subjects/fact-value.tsx'
import { SubjectPage } from '../../subjects/subject-page.tsx'
import { UnitCounts } from '../../subjects/unit-counts.tsx'
import { UnitList } from '../../subjects/unit-list.tsx'
import { useText } from '../../texts/texts.ts'
import { definitionFields } from '../../traits/definition-fields.ts'
import { AnsweredPage } from '../../ui/answered-page.tsx'
import { Fact, Facts, Panel } from '../../ui/panel.tsx'

const route = getRouteApi('/c/$company/settings/traits/$trait')

/** One trait: what it takes, and the units that have it. */
export function TraitPage() {
  const { trait } = route.useParams()
  const query = useOperation('showSubject', { kind: 'trait', code: trait })
  return (
    <AnsweredPage query={query} name={trait}>
      {(shown) => <ShownTrait shown={shown} />}
    </AnsweredPage>
  )
}

function ShownTrait({ shown }: { shown: Outputs['showSubject'] }) {
  const t = useText('traits')
  const { company } = route.useParams()
  const { code, data } = shown.subject
  const units = `${formatFieldName({ kind: 'trait', name: code })}:*`
  return (
    <SubjectPage
      shown={shown}
      title={(data['name'] as string | undefined) ?? code}
      over={
        <>
          <Link to="/c/$company/settings/traits" params={{ company }}>
            {t('title')}
          </Link>
          {` · ${code}`}
        </>
      }
      fields={definitionFields(t)}
      changeTitle={t('change')}
      codeHint={t('codeHint')}
      side={<DefinitionFacts trait={shown.subject} />}
    >
      <Panel title={t('standing')}>
        <UnitCounts query={units} />
      </Panel>
      <UnitList title={t('units')} query={units} />
    </SubjectPage>
  )
}

function DefinitionFacts({ trait: { data } }: { trait: Subject }) {
  const t = useText('traits')
  const usual: Readonly<Record<string, string>> = { type: t('types.text'), of: t('everything') }
  const texts = Object.fromEntries(
    Object.entries(data).map(([name, value]) => [name, String(value)]),
  )
  const shown = definitionFields(t).filter(
    ({ name, when }) =>
      name !== 'name' && (name in data || name in usual) && (when?.(texts) ?? true),
  )
  return (
    <Panel title={t('facts')}>
      <Facts>
        {shown.map((field) => (
          <Fact key={field.name} name={field.label}>
            {field.name in data ? (
              <FactValue field={field} value={data[field.name]} />
            ) : (
              usual[field.name]
            )}
          </Fact>
        ))}
      </Facts>
    </Panel>
  )
}
