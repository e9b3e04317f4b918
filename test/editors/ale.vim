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

if s:failed
  cquit
endif
qall!
