import { workerData } from 'node:worker_threads'
import { folderBlobs, serveStages } from '@counterclaim/io'
import { news } from '@counterclaim/pipelines/news'

/** A thread of the embedded process: bytes to claims, everything that costs processor time and writes nothing. */
const { blobFolder } = workerData as { readonly blobFolder: string }
serveStages(news.between('extract', 'index'), { blobs: folderBlobs(blobFolder) })
