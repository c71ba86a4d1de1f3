import type { Meta, StoryObj } from '@storybook/react-vite'
import json from '../../test/contracts/qoder.facts.json' with { type: 'json' }
import type { Facts } from '../../test/contracts/fact.ts'
import { qoder } from '../backends/qoder.ts'
import { factStory } from '../fact-table.tsx'

const meta: Meta = { title: 'Qoder/What the documents say', tags: ['!autodocs'] }
export default meta

/** Every line that says something to a client: what is answered, and what comes of it. */
export const Table: StoryObj = factStory(qoder, json as unknown as Facts)
