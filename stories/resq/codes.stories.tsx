// Written by scripts/generate-stories.mjs.
import type { Meta } from '@storybook/react-vite'
import { resq } from '../backends/resq.ts'
import { codeStories } from '../code-story.tsx'

const meta: Meta = { title: 'ResQ/Every code', tags: ['!autodocs'] }
export default meta

const codeStory = codeStories(resq)

export const HTTP_400 = codeStory('HTTP_400')
export const HTTP_401 = codeStory('HTTP_401')
export const HTTP_401_infrastructure = codeStory('HTTP_401_infrastructure')
export const HTTP_403 = codeStory('HTTP_403')
export const HTTP_403_other = codeStory('HTTP_403_other')
export const HTTP_404 = codeStory('HTTP_404')
export const HTTP_408 = codeStory('HTTP_408')
export const HTTP_409 = codeStory('HTTP_409')
export const HTTP_422 = codeStory('HTTP_422')
export const HTTP_429 = codeStory('HTTP_429')
export const HTTP_500 = codeStory('HTTP_500')
export const HTTP_503 = codeStory('HTTP_503')
