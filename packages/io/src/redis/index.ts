export { type Filed, redisCandidates } from './candidates.ts'
export { connectRedis } from './connect.ts'
export { type Fence, type Lock, redisLock } from './lock.ts'
export { type RedisQueue, redisQueue } from './queue.ts'
