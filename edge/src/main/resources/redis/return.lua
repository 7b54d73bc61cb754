-- Gives back a place that was set aside, unless somebody has changed it meanwhile.
-- KEYS[1] who has a place, ARGV[1] the customer, ARGV[2] the score as it is believed
if redis.call('ZSCORE', KEYS[1], ARGV[1]) == ARGV[2] then
  return redis.call('ZREM', KEYS[1], ARGV[1])
end
return 0
