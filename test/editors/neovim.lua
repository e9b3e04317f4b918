-- What somebody does in Neovim: opens files, sees the diagnostics, takes the quick fix. Run by
-- scripts/editors/neovim.mjs, with nothing but the configuration of docs/editors.md.

local WAIT_MS = 200000
local failed = false

local function report(line)
  io.stdout:write(line .. '\n')
end

local function test(name, body)
  local ok, reason = pcall(body)
  if ok then
    report('ok ' .. name)
  else
    failed = true
    report('not ok ' .. name .. ': ' .. tostring(reason):gsub('\n', ' '))
  end
end

local function until_equal(expected, ask)
  local found
  vim.wait(WAIT_MS, function()
    found = ask()
    return vim.deep_equal(found, expected)
  end, 20)
  if not vim.deep_equal(found, expected) then
    error('expected ' .. vim.inspect(expected) .. ', found ' .. vim.inspect(found), 0)
  end
end

-- The same after keys, in the coroutine at the end.
local function typed_until_equal(expected, ask)
  local ends = vim.loop.now() + WAIT_MS
  repeat
    coroutine.yield()
  until vim.deep_equal(ask(), expected) or vim.loop.now() > ends
  until_equal(expected, ask)
end

-- The rules of the diagnostics in the buffer.
local function rules()
  return vim.tbl_map(function(diagnostic)
    -- Neovim before 0.8 keeps the code only in what the server sent.
    local sent = diagnostic.user_data and diagnostic.user_data.lsp or {}
    return diagnostic.code or sent.code
  end, vim.diagnostic.get(0))
end

local function clients()
  return (vim.lsp.get_clients or vim.lsp.get_active_clients)()
end

local function lines()
  return vim.api.nvim_buf_get_lines(0, 0, -1, false)
end

local files = {
  ['a.stanza'] = 'xmpp-stanza',
  ['b.xmpp'] = 'xmpp-stanza',
  ['c.stanza.xml'] = 'xmpp-stanza',
  ['d.xmpp.xml'] = 'xmpp-stanza',
  ['plain.xml'] = 'xml',
}

for _, name in ipairs({ 'a.stanza', 'b.xmpp', 'c.stanza.xml', 'd.xmpp.xml', 'plain.xml' }) do
  test(name .. ' has its file type and its diagnostics, by the settings', function()
    vim.cmd('edit ' .. name)
    until_equal(files[name], function() return vim.bo.filetype end)
    -- text-lang-missing is there too, and off.
    until_equal({ 'error-type-missing' }, rules)
  end)
end

test('one server serves them all', function()
  until_equal({ 'xmpp-stanza' }, function()
    return vim.tbl_map(function(client) return client.name end, clients())
  end)
end)

test('the colours are those of XML', function()
  vim.cmd('edit a.stanza')
  until_equal('xmlTagName', function()
    return vim.fn.synIDattr(vim.fn.synID(1, 2, 1), 'name')
  end)
end)

test('the quick fix inserts the error type, and the diagnostic is gone', function()
  vim.cmd('edit a.stanza')
  until_equal({ 'error-type-missing' }, rules)
  local expected = lines()
  expected[2] = "  <error type='cancel'>"
  local found = vim.diagnostic.get(0)[1]
  vim.api.nvim_win_set_cursor(0, { found.lnum + 1, found.col })
  local offered = {}
  local chosen = false
  vim.ui.select = function(items, options, choose)
    for _, item in ipairs(items) do
      local title = options.format_item(item)
      table.insert(offered, title)
      if not chosen and title:find("^Insert type='cancel'") then
        chosen = true
        choose(item)
      end
    end
  end
  vim.lsp.buf.code_action()
  vim.wait(WAIT_MS, function() return #offered > 0 end, 20)
  if not chosen then error('there were only ' .. vim.inspect(offered), 0) end
  until_equal(expected, lines)
  until_equal({}, rules)
end)

test('what is typed is checked', function()
  vim.api.nvim_buf_set_lines(0, -1, -1, false, { "<iq type='result'/>" })
  until_equal({ 'iq-id-missing' }, rules)
  vim.api.nvim_buf_set_lines(0, -2, -1, false, {})
  until_equal({}, rules)
end)

test('a configuration file that changes outside takes effect when a file is saved', function()
  vim.cmd('edit b.xmpp')
  until_equal({ 'error-type-missing' }, rules)
  local configuration = '{ "rules": { "error-type-missing": "off", "text-lang-missing": "off" } }'
  vim.fn.writefile({ configuration }, 'xmpp-stanza.json')
  vim.cmd('write')
  until_equal({}, rules)
  vim.cmd('buffer a.stanza')
end)

-- Neovim takes keys when this file has ended: what follows is called again and again until it is done.
local rest = coroutine.create(function()
  test('a condition is completed in an error', function()
    local before, after = "<iq type='error' id='e2'><error type='cancel'>", '</error></iq>'
    vim.api.nvim_buf_set_lines(0, -1, -1, false, { before .. after })
    vim.api.nvim_win_set_cursor(0, { vim.api.nvim_buf_line_count(0), #before })
    vim.api.nvim_input('i<LT>item-n<C-x><C-o>')
    typed_until_equal(1, vim.fn.pumvisible)
    vim.api.nvim_input('<C-y><Esc>')
    local condition = "<item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>"
    typed_until_equal(before .. condition .. after, vim.api.nvim_get_current_line)
  end)
end)

local function go_on()
  local ok, reason = coroutine.resume(rest)
  if not ok then
    failed = true
    report('not ok the end: ' .. tostring(reason))
  end
  if coroutine.status(rest) == 'suspended' then
    vim.defer_fn(go_on, 20)
  else
    vim.cmd(failed and 'cquit' or 'qall!')
  end
end

go_on()
