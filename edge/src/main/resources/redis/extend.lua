-- Sets a place aside for longer, unless somebody has changed it meanwhile.
-- KEYS[1] who has a place, ARGV[1] the customer, ARGV[2] the score as it is believed, ARGV[3] milliseconds from now
if redis.call('ZSCORE', KEYS[1], ARGV[1]) ~= ARGV[2] then
  return ARGV[2]
end
local time = redis.call('TIME')
local score = string.format('%.0f', time[1] * 1000 + math.floor(time[2] / 1000) + ARGV[3])
redis.call('ZADD', KEYS[1], score, ARGV[1])
return score
