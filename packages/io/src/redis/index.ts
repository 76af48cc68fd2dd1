export { connectRedis } from './connect.ts'
export { type RedisQueue, redisQueue } from './queue.ts'
