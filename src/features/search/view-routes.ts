import { deleteView, listViews, saveView } from '../../contract/saved-views.ts'
import { validateSavedView, type SavedView } from '../../domain/search/index.ts'
import { handle, type Handler } from '../context.ts'
import { knownTraitsOf } from '../read-search.ts'
import { deleteSetting, listSettings, saveSetting } from '../settings.ts'
import { ProblemError, problemThatSays } from '../../contract/problem.ts'

export const viewRoutes: readonly Handler[] = [
  handle(saveView, async (view, context) => {
    const knownTraits = await knownTraitsOf(context.store)
    const checked = validateSavedView(view, { now: context.now(), knownTraits })
    if (!checked.ok) {
      const { field, said } = checked.error
      throw new ProblemError({ ...problemThatSays('input_invalid', said), field })
    }
    return saveSetting(context, 'view', checked.view.name, checked.view)
  }),
  handle(listViews, async (asked, context) => {
    const { settings, cursor } = await listSettings(context, 'view', asked)
    return {
      cursor,
      views: settings
        .map(({ data }) => data as SavedView)
        .map((view) => ({
          ...view,
          columns: [...view.columns],
          group: [...view.group],
        })),
    }
  }),
  handle(deleteView, ({ name }, context) => deleteSetting(context, 'view', name)),
]
