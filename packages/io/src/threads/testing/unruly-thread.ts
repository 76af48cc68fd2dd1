import { serveStages } from '../serve-stages.ts'
import { unruly } from './unruly-stage.ts'

serveStages([unruly], {})
