// Written by scripts/generate-stories.mjs.
import type { Meta } from '@storybook/react-vite'
import { creatoria } from '../backends/creatoria.ts'
import { codeStories } from '../code-story.tsx'

const meta: Meta = { title: 'Creatoria/Every code', tags: ['!autodocs'] }
export default meta

const codeStory = codeStories(creatoria)

export const HTTP_400 = codeStory('HTTP_400')
export const HTTP_400_grouped = codeStory('HTTP_400_grouped')
export const HTTP_400_sentence = codeStory('HTTP_400_sentence')
export const PROJECT_CONTEXT_REQUIRED = codeStory('PROJECT_CONTEXT_REQUIRED')
export const HTTP_401 = codeStory('HTTP_401')
export const HTTP_403 = codeStory('HTTP_403')
export const HTTP_404 = codeStory('HTTP_404')
export const HTTP_409 = codeStory('HTTP_409')
export const HTTP_429 = codeStory('HTTP_429')
export const HTTP_429_minute = codeStory('HTTP_429_minute')
export const HTTP_429_hour = codeStory('HTTP_429_hour')
export const HTTP_429_day = codeStory('HTTP_429_day')
export const RATE_LIMIT_EXCEEDED = codeStory('RATE_LIMIT_EXCEEDED')
export const HTTP_500 = codeStory('HTTP_500')
