-- Keeps a document unless the same version or a later one is held.
-- KEYS[1] the document, ARGV[1] its version, ARGV[2] its JSON, empty where it is to be deleted
-- KEYS[2] where the document counts: a sorted set, ARGV[3] its member there, ARGV[4] its score
local held = redis.call('HGET', KEYS[1], 'version')
if held and tonumber(held) >= tonumber(ARGV[1]) then
  return 0
end
local kept = ARGV[2] ~= ''
if kept then
  redis.call('HSET', KEYS[1], 'version', ARGV[1], 'doc', ARGV[2])
else
  redis.call('DEL', KEYS[1])
end
if KEYS[2] then
  if kept then
    redis.call('ZADD', KEYS[2], ARGV[4], ARGV[3])
  else
    redis.call('ZREM', KEYS[2], ARGV[3])
  end
end
return 1
