import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Apart from the config of the library, whose build must not run here. */
export default defineConfig({
  plugins: [react()],
  build: { chunkSizeWarningLimit: 4_000 },
})
