" What somebody does in Vim with ALE: opens files, sees the diagnostics, takes the quick fix. Run by
" scripts/editors/ale.mjs, with nothing but the configuration of docs/editors.md.

let s:wait_ms = 200000
let s:failed = 0

function! s:Report(line) abort
  call writefile([a:line], '/dev/stdout', 'a')
endfunction

function! s:Test(name, Body) abort
  try
    call a:Body()
    call s:Report('ok ' . a:name)
  catch
    let s:failed = 1
    call s:Report('not ok ' . a:name . ': ' . v:exception . ' at ' . v:throwpoint)
  endtry
endfunction

function! s:UntilEqual(expected, Ask) abort
  let l:waited = 0
  while l:waited < s:wait_ms
    if a:Ask() ==# a:expected
      return
    endif
    sleep 20m
    let l:waited += 20
  endwhile
  throw 'expected ' . string(a:expected) . ', found ' . string(a:Ask())
endfunction

function! s:Rules() abort
  return map(copy(ale#engine#GetLoclist(bufnr(''))), 'v:val.code')
endfunction

function! s:Opened(name, filetype) abort
  execute 'edit ' . a:name
  call s:UntilEqual(a:filetype, {-> &filetype})
  " In Ex mode no event starts ALE.
  call ale#Queue(0, 'lint_file')
  " text-lang-missing is there too, and off.
  call s:UntilEqual(['error-type-missing'], function('s:Rules'))
endfunction

for s:name in ['a.stanza', 'b.xmpp', 'c.stanza.xml', 'd.xmpp.xml']
  call s:Test(s:name . ' has its file type and its diagnostics, by the settings',
  \ {-> s:Opened(s:name, 'xmpp-stanza')})
endfor

function! s:Fixed() abort
  edit a.stanza
  let l:expected = map(getline(1, '$'), {_, line -> substitute(line, '<error>', "<error type='cancel'>", '')})
  let l:found = ale#engine#GetLoclist(bufnr(''))[0]
  call cursor(l:found.lnum, l:found.col)
  " It opens a menu, in which the number comes from the standard input.
  call ale#codefix#Execute(0)
  call s:UntilEqual(l:expected, {-> getline(1, '$')})
endfunction

call s:Test('the quick fix inserts the error type', function('s:Fixed'))

function! s:Gone() abort
  silent write
  call ale#Queue(0, 'lint_file')
  call s:UntilEqual([], function('s:Rules'))
endfunction

call s:Test('after it the diagnostic is gone', function('s:Gone'))

function! s:Configured() abort
  edit b.xmpp
  call s:UntilEqual(['error-type-missing'], function('s:Rules'))
  call writefile(['{ "rules": { "error-type-missing": "off", "text-lang-missing": "off" } }'], 'xmpp-stanza.json')
  silent write!
  call ale#Queue(0, 'lint_file')
  call s:UntilEqual([], function('s:Rules'))
endfunction

call s:Test('a configuration file that changes outside takes effect when a file is saved', function('s:Configured'))

" Keys are typed into a Vim of its own, in a terminal of this one, which has no insert mode.
function! s:Completed() abort
  let l:before = "<iq type='error' id='e2'><error type='cancel'>"
  let l:after = '</error></iq>'
  call writefile([l:before . l:after], 'completed.stanza')
  let l:vim = term_start([v:progpath, '-i', 'NONE', '-n', '-u', expand('~/.vimrc'), 'completed.stanza'],
  \ {'term_cols': 200, 'term_rows': 40})
  let l:Screen = {-> join(map(range(1, 40), {_, row -> term_getline(l:vim, row)}), "\n")}
  call s:UntilEqual(1, {-> l:Screen() =~# l:before})
  call term_sendkeys(l:vim, len(l:before) . "|a\<C-x>\<C-o>")
  " Nothing of the list is chosen yet; each key chooses the next, and shows it in the line.
  call s:UntilEqual(1, {-> l:Screen() =~# 'Back at original'})
  let l:line = term_getline(l:vim, 1)
  for l:_ in range(50)
    if l:line =~# '<item-not-found'
      break
    endif
    call term_sendkeys(l:vim, "\<C-n>")
    call s:UntilEqual(0, {-> term_getline(l:vim, 1) ==# l:line})
    let l:line = term_getline(l:vim, 1)
  endfor
  call term_sendkeys(l:vim, "\<C-y>\<Esc>:wq\<CR>")
  let l:condition = "<item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>"
  call s:UntilEqual([l:before . l:condition . l:after], {-> readfile('completed.stanza')})
endfunction

call s:Test('a condition is completed in an error', function('s:Completed'))

if s:failed
  cquit
endif
qall!
