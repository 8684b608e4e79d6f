import { usePages } from '../../data/operations.ts'
import { useSaid } from '../../texts/say.ts'
import { useText } from '../../texts/texts.ts'
import { List, ListItem } from '../../ui/list.tsx'
import { Page, Row } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Button } from '../../ui/parts.ts'
import { Answered, EmptyState } from '../../ui/states.tsx'
import { TimeText } from '../../ui/time-text.tsx'
import { SettingsLink } from '../settings/settings-link.tsx'

/** Who signed in, and who changed what about access. */
export function AccessLogPage() {
  const t = useText('access')
  const common = useText('common')
  const say = useSaid()
  const query = usePages('listAccessLog', { limit: 100 })
  return (
    <Page title={t('log.title')} over={<SettingsLink />}>
      <Panel flush>
        <Answered query={query} lines={8}>
          {(pages) => {
            const entries = pages.flatMap((page) => page.entries)
            if (entries.length === 0) return <EmptyState title={t('log.none')} />
            return (
              <List>
                {entries.map(({ id, time, act, actor, subject, detail, said, address }) => (
                  <ListItem
                    key={id}
                    title={
                      <>
                        {t(`log.act.${act}`)}
                        {subject !== null && (
                          <>
                            {': '}
                            <bdi>{subject}</bdi>
                          </>
                        )}
                      </>
                    }
                    detail={[say(said, detail ?? ''), t('log.from', { address })]
                      .filter(Boolean)
                      .join(' · ')}
                    marks={actor === 'nobody' ? t('log.byNobody') : t('log.by', { actor })}
                    actions={<TimeText time={time} />}
                  />
                ))}
              </List>
            )
          }}
        </Answered>
      </Panel>
      {query.hasNextPage && (
        <Row>
          <Button
            variant="default"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {common('more')}
          </Button>
        </Row>
      )}
    </Page>
  )
}
