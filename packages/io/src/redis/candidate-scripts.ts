/**
 * Scripts over candidates. Members of the sorted set under a key are `day document`, all of one score, so that they stand in
 * order of day and document; neither holds a space. `places` of a document maps each of its keys to its day. Every script
 * gives nil while not everything is filed (KEYS[1] is not there).
 */

/** The documents before and after a place, nearest first. */
const AROUND = `
local function documents(under, from, to)
  local found = {}
  if from < 0 then from = 0 end
  if to < from then return found end
  for _, member in ipairs(redis.call('ZRANGE', under, from, to)) do
    found[#found + 1] = string.sub(member, string.find(member, ' ', 1, true) + 1)
  end
  return found
end

local function around(under, day, document, near)
  local rank = redis.call('ZRANK', under, day .. ' ' .. document)
  if not rank then return {}, {} end
  local before = {}
  for _, other in ipairs(documents(under, rank - near, rank - 1)) do table.insert(before, 1, other) end
  return before, documents(under, rank + 1, rank + near)
end

local function note(moved, under, day, document, near)
  local before, after = around(under, day, document, near)
  for i, a in ipairs(before) do
    local b = after[near + 1 - i]
    if b then redis.call('SADD', moved, a < b and (a .. ' ' .. b) or (b .. ' ' .. a)) end
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
local places = redis.call('HGETALL', KEYS[2])
for i = 1, #places, 2 do
  local key, was = places[i], places[i + 1]
  if was == day and wanted[key] then
    wanted[key] = nil
  else
    note(KEYS[4], prefix .. key, was, document, near)
    redis.call('ZREM', prefix .. key, was .. ' ' .. document)
    redis.call('HDEL', KEYS[2], key)
  end
end
for key in pairs(wanted) do
  redis.call('ZADD', prefix .. key, 0, day .. ' ' .. document)
  redis.call('HSET', KEYS[2], key, day)
  if mode == 'replace' then note(KEYS[3], prefix .. key, day, document, near) end
end
return 1`

/** ARGV: prefix of keys, document, NEAR. Gives the near, which may repeat, the parted and the joined. */
export const LOOKUP: string = `${AROUND}
local prefix, document, near = ARGV[1], ARGV[2], tonumber(ARGV[3])
local close = {}
local places = redis.call('HGETALL', KEYS[2])
for i = 1, #places, 2 do
  local before, after = around(prefix .. places[i], places[i + 1], document, near)
  for _, other in ipairs(before) do close[#close + 1] = other end
  for _, other in ipairs(after) do close[#close + 1] = other end
end
if redis.call('EXISTS', KEYS[1]) == 0 then return nil end
return {close, redis.call('SMEMBERS', KEYS[3]), redis.call('SMEMBERS', KEYS[4])}`

/** ARGV: prefix of keys, prefix of places, NEAR, then the pairs. Gives 1 for each pair that is near under no key. */
export const APART: string = `
local prefix, where, near = ARGV[1], ARGV[2], tonumber(ARGV[3])
if redis.call('EXISTS', KEYS[1]) == 0 then return nil end
local function isNear(a, b)
  local places = redis.call('HGETALL', where .. a)
  for i = 1, #places, 2 do
    local key = places[i]
    local day = redis.call('HGET', where .. b, key)
    if day then
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
