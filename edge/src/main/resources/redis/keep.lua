-- Keeps beside a document what was made of it, unless there is another version by now.
-- KEYS[1] the document, ARGV[1] the version that it was made of, ARGV[2] the field, ARGV[3] what was made
if redis.call('HGET', KEYS[1], 'version') == ARGV[1] then
  redis.call('HSET', KEYS[1], ARGV[2], ARGV[3])
  return 1
end
return 0
