#!/usr/bin/env node
/** Entry point of `xmpp-stanza`: loads the command line, with the code cache of earlier runs. */

import { CodeCache, codeCacheFile } from "./codeCache";
import { ProgramFiles } from "./programFiles";

const cache = new CodeCache(codeCacheFile(), __dirname);
new ProgramFiles(require, cache).load("./part-main.js");
