import { createRoot } from 'react-dom/client'
import { Hero } from './hero.tsx'
import './hero.css'

const root = document.getElementById('root')
if (root) createRoot(root).render(<Hero windows={new URL(location.href).searchParams.get('windows') ?? ''} />)
