-- Moves the position of a partition on, if it is where it is believed to be. Returns where it was.
-- KEYS[1] the positions of a view, ARGV[1] the partition, ARGV[2] where it is believed to be, ARGV[3] where it is to be
local held = redis.call('HGET', KEYS[1], ARGV[1]) or '0'
if held == ARGV[2] then
  redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
end
return tonumber(held)
