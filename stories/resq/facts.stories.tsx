import type { Meta, StoryObj } from '@storybook/react-vite'
import json from '../../test/contracts/resq.facts.json' with { type: 'json' }
import type { Facts } from '../../test/contracts/fact.ts'
import { resq } from '../backends/resq.ts'
import { factStory } from '../fact-table.tsx'

const meta: Meta = { title: 'ResQ/What the documents say', tags: ['!autodocs'] }
export default meta

/** Every line that says something to a client: what is answered, and what comes of it. */
export const Table: StoryObj = factStory(resq, json as unknown as Facts)
