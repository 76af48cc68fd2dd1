import { workerData } from 'node:worker_threads'
import { folderBlobs, type OcrSettings, serveStages, tesseractOcr } from '@counterclaim/io'
import { news } from '@counterclaim/pipelines/news'

/** What a thread is told: its stages, and where the bytes are. */
export interface ThreadData {
  readonly from: string
  readonly until: string
  readonly blobFolder: string
  readonly ocr: OcrSettings
}

/** A thread that runs stages which cost processor time and write nothing. */
const { from, until, blobFolder, ocr } = workerData as ThreadData
serveStages(news.between(from, until), { blobs: folderBlobs(blobFolder), ocr: tesseractOcr(ocr) })
