import { NEAR_DAYS, TIMELY } from '@counterclaim/model'

/**
 * Scripts over candidates. Members of the sorted set under a key are `day document`, all of one score, so that they stand in
 * order of day and document; neither holds a space. `places` of a document maps each of its keys to its day. Every script
 * gives nil while not everything is filed (KEYS[1] is not there).
 */

/** `areTimely` of the model, for scripts. Days are counted from the first of March, so that a leap day comes last in its year. */
const ARE_TIMELY = `
local function number(day)
  local y, m, d = string.match(day, '^(%d%d%d%d)-(%d%d)-(%d%d)$')
  if not y then return nil end
  y, m, d = tonumber(y), tonumber(m), tonumber(d)
  if m <= 2 then y, m = y - 1, m + 12 end
  return 365 * y + math.floor(y / 4) - math.floor(y / 100) + math.floor(y / 400) + math.floor((153 * (m - 3) + 2) / 5) + d
end

local function areTimely(key, a, b)
  if string.sub(key, 1, ${TIMELY.length}) ~= '${TIMELY}' then return true end
  local x, y = number(a), number(b)
  return not x or not y or math.abs(x - y) <= ${NEAR_DAYS}
end
`

/** The places before and after a place, nearest first. */
const AROUND = `${ARE_TIMELY}
local function places(under, from, to)
  local found = {}
  if from < 0 then from = 0 end
  if to < from then return found end
  for _, member in ipairs(redis.call('ZRANGE', under, from, to)) do
    local at = string.find(member, ' ', 1, true)
    found[#found + 1] = {day = string.sub(member, 1, at - 1), document = string.sub(member, at + 1)}
  end
  return found
end

local function around(under, day, document, near)
  local rank = redis.call('ZRANK', under, day .. ' ' .. document)
  if not rank then return {}, {} end
  local before = {}
  for _, other in ipairs(places(under, rank - near, rank - 1)) do table.insert(before, 1, other) end
  return before, places(under, rank + 1, rank + near)
end

local function note(moved, prefix, key, day, document, near)
  local before, after = around(prefix .. key, day, document, near)
  for i, one in ipairs(before) do
    local other = after[near + 1 - i]
    if other and areTimely(key, one.day, other.day) then
      local a, b = one.document, other.document
      redis.call('SADD', moved, a < b and (a .. ' ' .. b) or (b .. ' ' .. a))
    end
  end
end
`

/** ARGV: mode (replace; restore leaves what is filed), prefix of keys, document, day, NEAR, its keys. */
export const PUBLISH: string = `${AROUND}
local mode, prefix, document, day, near = ARGV[1], ARGV[2], ARGV[3], ARGV[4], tonumber(ARGV[5])
if mode == 'replace' and redis.call('EXISTS', KEYS[1]) == 0 then return nil end
if mode == 'restore' and redis.call('EXISTS', KEYS[2]) == 1 then return 0 end
local wanted = {}
for i = 6, #ARGV do wanted[ARGV[i]] = true end
local filed = redis.call('HGETALL', KEYS[2])
for i = 1, #filed, 2 do
  local key, was = filed[i], filed[i + 1]
  if was == day and wanted[key] then
    wanted[key] = nil
  else
    note(KEYS[4], prefix, key, was, document, near)
    redis.call('ZREM', prefix .. key, was .. ' ' .. document)
    redis.call('HDEL', KEYS[2], key)
  end
end
for key in pairs(wanted) do
  redis.call('ZADD', prefix .. key, 0, day .. ' ' .. document)
  redis.call('HSET', KEYS[2], key, day)
  if mode == 'replace' then note(KEYS[3], prefix, key, day, document, near) end
end
return 1`

/** ARGV: prefix of keys, document, NEAR. Gives the near, which may repeat, the parted and the joined. */
export const LOOKUP: string = `${AROUND}
local prefix, document, near = ARGV[1], ARGV[2], tonumber(ARGV[3])
local close = {}
local filed = redis.call('HGETALL', KEYS[2])
for i = 1, #filed, 2 do
  local key, day = filed[i], filed[i + 1]
  for _, side in ipairs({around(prefix .. key, day, document, near)}) do
    for _, other in ipairs(side) do
      if areTimely(key, day, other.day) then close[#close + 1] = other.document end
    end
  end
end
if redis.call('EXISTS', KEYS[1]) == 0 then return nil end
return {close, redis.call('SMEMBERS', KEYS[3]), redis.call('SMEMBERS', KEYS[4])}`

/** ARGV: prefix of keys, prefix of places, NEAR, then the pairs. Gives 1 for each pair that is near under no key. */
export const APART: string = `${ARE_TIMELY}
local prefix, where, near = ARGV[1], ARGV[2], tonumber(ARGV[3])
if redis.call('EXISTS', KEYS[1]) == 0 then return nil end
local function isNear(a, b)
  local places = redis.call('HGETALL', where .. a)
  for i = 1, #places, 2 do
    local key = places[i]
    local day = redis.call('HGET', where .. b, key)
    if day and areTimely(key, places[i + 1], day) then
      local x = redis.call('ZRANK', prefix .. key, places[i + 1] .. ' ' .. a)
      local y = redis.call('ZRANK', prefix .. key, day .. ' ' .. b)
      if x and y and math.abs(x - y) - 1 < near then return true end
    end
  end
  return false
end
local apart = {}
for i = 4, #ARGV, 2 do apart[#apart + 1] = isNear(ARGV[i], ARGV[i + 1]) and 0 or 1 end
return apart`
