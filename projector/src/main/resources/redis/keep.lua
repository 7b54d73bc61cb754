-- Keeps a document unless the same version or a later one is held.
-- KEYS[1] the document, ARGV[1] its version, ARGV[2] its JSON, absent where it is to be deleted
local held = redis.call('HGET', KEYS[1], 'version')
if held and tonumber(held) >= tonumber(ARGV[1]) then
  return 0
end
if ARGV[2] then
  redis.call('HSET', KEYS[1], 'version', ARGV[1], 'doc', ARGV[2])
else
  redis.call('DEL', KEYS[1])
end
return 1
