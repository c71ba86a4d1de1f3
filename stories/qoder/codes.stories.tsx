// Written by scripts/generate-stories.mjs.
import type { Meta } from '@storybook/react-vite'
import { qoder } from '../backends/qoder.ts'
import { codeStories } from '../code-story.tsx'

const meta: Meta = { title: 'Qoder/Every code', tags: ['!autodocs'] }
export default meta

const codeStory = codeStories(qoder)

export const invalid_request_error = codeStory('invalid_request_error')
export const invalid_request_error_no_param = codeStory('invalid_request_error_no_param')
export const authentication_error = codeStory('authentication_error')
export const permission_error = codeStory('permission_error')
export const not_found_error = codeStory('not_found_error')
export const conflict_error = codeStory('conflict_error')
export const conflict_error_session = codeStory('conflict_error_session')
export const conflict_error_name = codeStory('conflict_error_name')
export const conflict_error_other = codeStory('conflict_error_other')
export const api_error = codeStory('api_error')
export const feature_not_available = codeStory('feature_not_available')
export const feature_not_available_missing = codeStory('feature_not_available_missing')
export const feature_not_available_outdated = codeStory('feature_not_available_outdated')
export const feature_not_available_unnamed = codeStory('feature_not_available_unnamed')
