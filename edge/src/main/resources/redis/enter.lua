-- Lets a customer try for a place, unless they have one or all are taken.
-- KEYS[1] present where Redis knows all views, KEYS[2] who has a place, with scores until when
-- ARGV[1] the customer, ARGV[2] how many places there are, ARGV[3] for how many milliseconds one is set aside
if redis.call('EXISTS', KEYS[1]) == 0 then
  return 'UNKNOWN'
end
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local score = redis.call('ZSCORE', KEYS[2], ARGV[1])
if score and tonumber(score) > now then
  return 'HELD'
end
if redis.call('ZCOUNT', KEYS[2], '(' .. string.format('%.0f', now), '+inf') >= tonumber(ARGV[2]) then
  return 'FULL'
end
local lease = string.format('%.0f', now + ARGV[3])
redis.call('ZADD', KEYS[2], lease, ARGV[1])
return lease
