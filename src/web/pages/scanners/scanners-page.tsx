import { Link } from '@tanstack/react-router'
import { useCompany } from '../../data/session.ts'
import { useText } from '../../texts/texts.ts'
import { Columns, Page, Row, Stack } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Button } from '../../ui/parts.ts'
import { SettingsLink } from '../settings/settings-link.tsx'
import { CalibratePanel } from './calibrate-panel.tsx'
import { TryPanel } from './try-panel.tsx'

/** Scanners: teaching this device its scanner, trying it, and barcodes to print. */
export function ScannersPage() {
  const t = useText('scanner')
  const company = useCompany()
  return (
    <Page title={t('title')} over={<SettingsLink />}>
      <Columns>
        <Stack>
          <CalibratePanel />
        </Stack>
        <Stack>
          <TryPanel />
          <Panel title={t('sheet.title')}>
            <Stack>
              <p>{t('sheet.detail')}</p>
              <Row>
                <Button
                  variant="default"
                  renderRoot={(properties) => (
                    <Link
                      to="/c/$company/settings/scanners/sheet"
                      params={{ company }}
                      {...properties}
                    />
                  )}
                >
                  {t('sheet.open')}
                </Button>
              </Row>
            </Stack>
          </Panel>
        </Stack>
      </Columns>
    </Page>
  )
}
