import type { Meta, StoryObj } from '@storybook/react-vite'
import type { ComponentType } from 'react'
import { expect, waitFor } from 'storybook/test'
import * as scenes from './scenes.tsx'
import { sceneAnswers } from './wire.ts'

const meta: Meta = { title: 'The kit/Surfaces', tags: ['!autodocs'], parameters: { layout: 'fullscreen' } }
export default meta

/** Most failures. It stays until the user closes it or the failure is over. */
export const Toast = story(scenes.ToastScene, 'toast')
/** What has to be decided now. */
export const Dialog = story(scenes.DialogScene, 'dialog')
/** What lasts. It moves the page down and covers nothing. */
export const Banner = story(scenes.BannerScene, 'banner')
/** The browser has lost the network. */
export const Offline = story(scenes.OfflineScene, 'banner')
/** What the user can correct, at the field. */
export const Fields = story(scenes.FieldsScene, 'field')
/** All that is wrong with a form, in one place. */
export const Summary = story(scenes.SummaryScene, 'summary')
/** What belongs to one place, with a countdown. */
export const Inline = story(scenes.InlineScene, 'inline')
/** Where a page cannot be shown. */
export const Page = story(scenes.PageScene, 'page')
/** A 202 that somebody must approve. */
export const Pending = story(scenes.PendingScene, 'pending')
/** Signing in again without leaving the page; the form is the app's. */
export const SignIn = story(scenes.SignInScene, 'dialog')

function story(Content: ComponentType, surface: string): StoryObj {
  return {
    beforeEach: ({ msw }) => msw.use(sceneAnswers()),
    render: () => (
      <scenes.Scene>
        <Content />
      </scenes.Scene>
    ),
    play: () =>
      waitFor(() => expect(document.querySelector(`[data-remedy-surface="${surface}"]`)).toBeVisible(), {
        timeout: 5_000,
      }),
  }
}
