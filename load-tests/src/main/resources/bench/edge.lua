-- What the edge does, in Lua: pages from a shared dictionary or Redis, orders into a stream of Redis, and three filters.
edge = {}
local redis = require "nginx.redis"
local cjson = require "cjson.safe"
local ffi = require "ffi"
local pages, rates, tokens = ngx.shared.pages, ngx.shared.rates, ngx.shared.tokens

local function connected()
  local link = redis:new()
  link:set_timeout(1000)
  if not link:connect("@REDIS_HOST@", @REDIS_PORT@) then return nil end
  return link
end

local function done(link) link:set_keepalive(60000, 256) end

local function load(sku)
  local link = connected()
  if not link then return nil end
  local page = link:get("@PREFIX@" .. sku)
  done(link)
  if page == ngx.null then return nil end
  return page
end

local function give(sku, page)
  if not page then return ngx.exit(404) end
  local header = ngx.header
  header["Cache-Control"] = "public, max-age=5"
  header["ETag"] = '"' .. sku .. '-1"'
  header["Content-Length"] = #page
  ngx.print(page)
end

function edge.page()
  local sku = ngx.var.sku
  local page = pages:get(sku)
  if not page then
    page = load(sku)
    if page then pages:set(sku, page, 600) end
  end
  give(sku, page)
end

function edge.page_from_redis()
  local sku = ngx.var.sku
  give(sku, load(sku))
end

-- GCRA: 2,000 requests in 10 s, all at once if need be.
local INTERVAL, BURST = 10 / 2000, 10
function edge.rate()
  local client = ngx.ctx.client
  ngx.update_time()
  local now = ngx.now()
  local due = math.max(rates:get(client) or now, now) + INTERVAL
  if due - now > BURST then return ngx.exit(429) end
  rates:set(client, due, 20)
end

-- RS256 by OpenSSL, once for each token.
ffi.cdef [[
  typedef struct evp_pkey_st EVP_PKEY; typedef struct evp_md_ctx_st EVP_MD_CTX; typedef struct bio_st BIO;
  BIO *BIO_new_mem_buf(const void *buf, int len);
  EVP_PKEY *PEM_read_bio_PUBKEY(BIO *bp, void *x, void *cb, void *u);
  const void *EVP_sha256(void);
  EVP_MD_CTX *EVP_MD_CTX_new(void); void EVP_MD_CTX_free(EVP_MD_CTX *ctx);
  int EVP_DigestVerifyInit(EVP_MD_CTX *ctx, void *pctx, const void *type, void *e, EVP_PKEY *pkey);
  int EVP_DigestVerify(EVP_MD_CTX *ctx, const char *sig, size_t siglen, const char *tbs, size_t tbslen);
]]
local crypto = ffi.load("libcrypto.so.3")
local file = io.open("@DIRECTORY@/issuer.pem")
local pem = file:read("*a")
file:close()
local key = crypto.PEM_read_bio_PUBKEY(crypto.BIO_new_mem_buf(pem, #pem), nil, nil, nil)

local function signed(text, signature)
  local context = crypto.EVP_MD_CTX_new()
  local good = crypto.EVP_DigestVerifyInit(context, nil, crypto.EVP_sha256(), nil, key) == 1
    and crypto.EVP_DigestVerify(context, signature, #signature, text, #text) == 1
  crypto.EVP_MD_CTX_free(context)
  return good
end

local function decoded(text)
  text = text:gsub("-", "+"):gsub("_", "/")
  return ngx.decode_base64(text .. ("="):rep((4 - #text % 4) % 4))
end

function edge.identity()
  local authorization = ngx.var.http_authorization
  if not authorization then return ngx.exit(401) end
  local token = authorization:sub(8)
  local subject, expires = tokens:get(token)
  if not subject then
    local text, signature = token:match("^(.+)%.([^.]+)$")
    if not text or not signed(text, decoded(signature) or "") then return ngx.exit(401) end
    local claims = cjson.decode(decoded(text:match("%.(.+)$")))
    subject, expires = claims.sub, claims.exp
    tokens:set(token, subject, 600, expires)
  end
  if expires < ngx.time() then return ngx.exit(401) end
  ngx.ctx.client = subject
end

local RULES = {
  [[union[\s+/*%]+(all[\s+/*%]+)?select]], [[select[\s+].{1,80}[\s+]from[\s+]{1}]], [[insert[\s+]+into[\s+]{1}]],
  [[delete[\s+]+from[\s+]{1}]], [[drop[\s+]+(table|database)]], [['[\s+]*(or|and)[\s+]+['\d]{1}]],
  [[(sleep|benchmark|pg_sleep|waitfor)[\s+]*\(]], [[information_schema]], [[xp_cmdshell]], [[load_file\s*\(]],
  [[<script[^>]*>]], [[javascript\s*:]], [[on(error|load|click|mouseover)\s*=]], [[<iframe]],
  [[document\.(cookie|location)]], [[%3c\s*script]], [[<svg[^>]*on]], [[\.\./]], [[%2e%2e(%2f|/)]],
  [[/etc/(passwd|shadow)]], [[/proc/self/]], [[c:\\+windows]], [[php://(input|filter)]], [[(file|gopher|dict)://]],
  [[\$\{(jndi|env|sys):]], [[(;|\||`|\$\()\s*(cat|ls|wget|curl|nc|bash|sh)\b]], [[/\.(git|env|svn|htaccess)]],
  [[wp-(admin|login|config)]], [[(sqlmap|nikto|nmap|masscan|dirbuster)]], [[(\x00|%00)]],
}
function edge.firewall()
  local text = ngx.var.request_uri .. "\n" .. ngx.req.raw_header(true)
  local find = ngx.re.find
  for i = 1, #RULES do
    if find(text, RULES[i], "joi") then return ngx.exit(403) end
  end
end

local function valid(order)
  if type(order) ~= "table" or type(order.customerId) ~= "string" or order.customerId == ""
    or type(order.lines) ~= "table" or #order.lines == 0 then return false end
  for _, line in ipairs(order.lines) do
    if type(line.sku) ~= "string" or type(line.quantity) ~= "number" or line.quantity < 1 then return false end
  end
  return true
end

-- A stream of Redis is the log here: weaker than Kafka's acknowledgement, and the quickest that Lua can do.
local count = 0
function edge.order()
  ngx.req.read_body()
  local body = ngx.req.get_body_data()
  if not body or not valid(cjson.decode(body)) then return ngx.exit(400) end
  count = count + 1
  local id = string.format("%x%07x", ngx.now() * 1000, count)
  local link = connected()
  if not link or not link:xadd("@PREFIX@orders", "MAXLEN", "~", "10000", "*", "id", id, "order", body) then
    return ngx.exit(503)
  end
  done(link)
  local answer = '{"id":"' .. id .. '","status":"ACCEPTED"}'
  ngx.status = 202
  ngx.header["Location"] = "/orders/" .. id
  ngx.header["Content-Type"] = "application/json"
  ngx.header["Content-Length"] = #answer
  ngx.print(answer)
end
