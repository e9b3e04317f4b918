#!/usr/bin/env node
/** What is run as `xmpp-stanza`: loads the command line, with what the engine kept of it from earlier runs. */

import { CodeCache, codeCacheFile } from "./codeCache";
import { ProgramFiles } from "./programFiles";

const cache = new CodeCache(codeCacheFile(), __dirname);
new ProgramFiles(require, cache).load("./part-main.js");
